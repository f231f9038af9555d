package dev.grip.pipeline;

import java.util.Map;

/** How many of everything the graph holds, from seeds to exported rows. {@code combinations} are those
 * that the KPRG offers and {@code chosen} those that runs took, both by kind. */
public record Funnel(
        long seeds,
        long mentions,
        long mentionsKept,
        long knowledgePoints,
        long edges,
        Map<String, Long> combinations,
        Map<String, Long> chosen,
        long problems,
        long problemsPassed,
        long solutions,
        long solutionsPassed,
        long exported,
        boolean rehearsal) {}
