package dev.grip.pipeline;

import dev.grip.analysis.MadeProblems;
import dev.grip.analysis.ProblemFilter;
import dev.grip.analysis.ProblemPage;
import dev.grip.analysis.ProblemPosition;
import dev.grip.analysis.ProblemStory;
import dev.grip.analysis.Trace;
import dev.grip.graph.Graph;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs made, as people look at it. Thread-safe. */
public final class ResultAccess {

    private static final Set<String> KINDS = Set.of("problem", "solution");

    private final MadeProblems problems;
    private final KnowledgeAccess knowledge;

    ResultAccess(Graph graph, KnowledgeAccess knowledge) {
        this.problems = new MadeProblems(graph);
        this.knowledge = knowledge;
    }

    /** Problems, the latest first, from where an earlier page ended; IllegalArgumentException when {@code after} is no such place. */
    public ProblemPage problems(ProblemFilter filter, @Nullable String after, int limit) {
        return problems.list(filter, after == null ? ProblemPosition.START : ProblemPosition.of(after), limit);
    }

    /**
     * Everything about the problem that has this key, or whose solution has it; of long lists the first {@code limit}. Empty when it
     * is the key of something else; CurationException when it is of nothing.
     */
    public Optional<ProblemStory> story(String key, int limit) {
        Trace trace = knowledge.trace(key, limit);
        if (!KINDS.contains(trace.kind())) {
            return Optional.empty();
        }
        String problem = String.valueOf(trace.story().get("key"));
        return Optional.of(
                new ProblemStory(trace.story(), problems.path(problem), trace.asked(), problems.prompts(problem)));
    }
}
