package dev.grip.analysis;

import java.util.List;
import java.util.Map;

/**
 * The whole story of one thing in the graph: {@code kind} is knowledge point, problem, solution, combination or seed, {@code story} what
 * {@code cypher/analysis/trace-*.cypher} returns of it; a solution has that of its problem. {@code asked} is what models were asked on
 * the way of a problem, empty for anything else.
 */
public record Trace(String kind, String id, Map<String, Object> story, List<AskedPrompt> asked) {}
