package dev.grip.knowledge.calibration;

/**
 * Two names of which a person said whether they mean the same KP. {@code area} is the part of mathematics, {@code source} where
 * a name comes from ({@code own}, or the data set that has it), {@code why} the reason in a few words.
 */
record LabelledPair(String first, String second, Meaning meaning, String area, String source, String why) {

    /** What a person said: one KP under two names, or two KPs. */
    enum Meaning {
        SAME,
        DISTINCT
    }

    boolean same() {
        return meaning == Meaning.SAME;
    }

    Half half() {
        return Half.of(first, second);
    }
}
