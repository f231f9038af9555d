package dev.grip.rehearsal.engine;

import java.util.SplittableRandom;

/**
 * A prompt as the engine sees it: how many tokens it has, and for each full block a hash of everything up to its end, so
 * that prompts which begin alike have equal hashes as far as they do.
 */
public final class Prompt {

    static final long[] NO_BLOCKS = {};

    private static final int THROWS = 12;

    private final int tokens;
    private final long[] blocks;
    private final long hash;

    /** Takes over the array: as many hashes as {@code tokens} has full blocks; {@code hash} is of all of it. */
    public Prompt(int tokens, long[] blocks, long hash) {
        if (tokens < 0 || blocks.length != tokens / EngineConfig.BLOCK_TOKENS) {
            throw new IllegalArgumentException(
                    "A prompt of " + tokens + " tokens has " + blocks.length + " full blocks");
        }
        this.tokens = tokens;
        this.blocks = blocks;
        this.hash = hash;
    }

    public int tokens() {
        return tokens;
    }

    long[] blocks() {
        return blocks;
    }

    /** A number about normally distributed (mean 0, deviation 1) that the prompt and the index decide. */
    double normal(int index) {
        SplittableRandom dice = new SplittableRandom(hash + index);
        double sum = 0;
        for (int i = 0; i < THROWS; i++) {
            sum += dice.nextDouble();
        }
        return sum - THROWS / 2.0;
    }
}
