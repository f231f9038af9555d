package dev.grip.analysis;

import java.util.List;
import java.util.Map;

/**
 * Everything about one problem: {@code story} is that of its {@link Trace}, {@code path} the edges between its knowledge points as the
 * KPRG has them now, {@code asked} what models got when it was written, judged, rated and solved, {@code prompts} the templates of that.
 */
public record ProblemStory(
        Map<String, Object> story, List<Edge> path, List<AskedPrompt> asked, List<UsedPrompt> prompts) {

    /** An edge on a shortest path between two of its knowledge points, with the ids of the first few seeds behind it. */
    public record Edge(MadeProblem.Point from, MadeProblem.Point to, long weight, List<String> seeds) {}

    /** A prompt's template; {@code text} is all of its file. */
    public record UsedPrompt(String name, long version, String hash, String text) {}
}
