package dev.grip.dataset;

import java.util.Map;

/**
 * One accepted problem with its solution; {@code provenance} says what it was made from and who voted how. {@code rehearsal} is
 * true when any of it came from a simulated model.
 */
record Row(
        String key,
        String solutionKey,
        String problem,
        String solution,
        String answer,
        boolean rehearsal,
        Map<String, Object> provenance) {}
