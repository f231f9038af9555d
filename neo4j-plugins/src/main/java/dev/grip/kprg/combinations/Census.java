package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.List;
import java.util.Set;

/** Counts the combinations of a selection exactly, one part at a time, and how many of them are novel. */
public final class Census {

    private final KprgGraph graph;
    private final Selection selection;
    private final Cancellation cancellation;

    public Census(KprgGraph graph, Selection selection, Cancellation cancellation) {
        this.graph = graph;
        this.selection = selection;
        this.cancellation = cancellation;
    }

    /** One count for each kind, and for COMMUNITY one for each size; those without combinations too. */
    public List<Count> count() {
        return Part.of(selection).stream().map(this::count).toList();
    }

    private Count count(Part part) {
        Selection only = selection.withKinds(Set.of(part.kind()));
        if (part.kind() == Kind.COMMUNITY) {
            only = only.withCommunitySizes(List.of(part.size()));
        }
        var novelty = new Novelty(graph);
        var walk = new Walk(graph, only, cancellation);
        long count = 0;
        long novel = 0;
        while (walk.next()) {
            count++;
            novel += novelty.isNovel(walk) ? 1 : 0;
        }
        return new Count(part, count, novel);
    }

    /** The number of combinations of a part, and of those that no single seed has. */
    public record Count(Part part, long count, long novel) {}
}
