package dev.grip.knowledge.calibration;

import dev.grip.graph.Key;

/**
 * Which half of the labelled pairs a pair belongs to: bounds are chosen on the one and tested on the other. A hash of the two
 * names decides, so a pair stays in its half whatever is added to the set.
 */
enum Half {
    CALIBRATION,
    HELD_OUT;

    private static final int HEXADECIMAL = 16;

    /** The half of two names, whichever comes first. */
    static Half of(String one, String other) {
        boolean ordered = one.compareTo(other) <= 0;
        String key = Key.of("calibration", ordered ? one : other, ordered ? other : one);
        return Character.digit(key.charAt(0), HEXADECIMAL) % 2 == 0 ? CALIBRATION : HELD_OUT;
    }
}
