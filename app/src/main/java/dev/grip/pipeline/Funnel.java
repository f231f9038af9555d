package dev.grip.pipeline;

import java.util.Map;

/** How many of everything the graph holds, from seeds to exported rows; combinations by kind. */
public record Funnel(
        long seeds,
        long mentions,
        long mentionsKept,
        long knowledgePoints,
        long edges,
        Map<String, Long> combinations,
        long problems,
        long problemsPassed,
        long solutions,
        long solutionsPassed,
        long exported,
        boolean rehearsal) {}
