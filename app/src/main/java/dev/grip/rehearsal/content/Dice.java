package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.Chance;

/**
 * Chance that is fixed by what was asked: the same words give the same throws, in the same order. Not thread-safe;
 * {@link #about} gives independent dice.
 */
public final class Dice implements Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    private Dice(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    /** Dice that depend on these words alone. */
    public static Dice of(String... words) {
        long hash = 0xCBF29CE484222325L;
        for (String word : words) {
            hash = mix(hash ^ word.length());
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
            }
        }
        return new Dice(mix(hash));
    }

    /** Dice for one question of many, unmoved by what was thrown before. */
    public Dice about(String topic) {
        return of(Long.toHexString(origin), topic);
    }

    @Override
    public int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /** A number from 0 (included) to 1 (excluded). */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** A number of the standard normal distribution (Box and Muller 1958). */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
