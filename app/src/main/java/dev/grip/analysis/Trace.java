package dev.grip.analysis;

import java.util.Map;

/**
 * The whole story of one thing in the graph: {@code kind} is knowledge point, problem, solution, combination or seed, {@code story} what
 * {@code cypher/analysis/trace-*.cypher} returns of it; a solution has that of its problem.
 */
public record Trace(String kind, String id, Map<String, Object> story) {}
