package dev.grip.rehearsal.structured;

import java.util.Random;

/** Chance from a seed. */
final class Draws implements Chance {

    private final Random random;

    Draws(long seed) {
        // First draws of neighbouring seeds are alike unless the seeds are spread.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    @Override
    public int below(int bound) {
        return random.nextInt(bound);
    }

    boolean coin() {
        return random.nextBoolean();
    }
}
