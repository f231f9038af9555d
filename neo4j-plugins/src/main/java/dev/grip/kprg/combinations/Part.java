package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All combinations of one kind and size; parts are listed one after the other. */
public record Part(Kind kind, int size) implements Comparable<Part> {

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::kind).thenComparing(Part::size);

    /** The parts of a selection, in order. */
    public static List<Part> of(Selection selection) {
        var parts = new ArrayList<Part>();
        for (Kind kind : Kind.values()) {
            if (selection.kinds().contains(kind)) {
                List<Integer> sizes = kind == Kind.COMMUNITY ? selection.communitySizes() : List.of(2);
                sizes.forEach(size -> parts.add(new Part(kind, size)));
            }
        }
        return List.copyOf(parts);
    }

    Lister lister(KprgGraph graph, Limits limits) {
        return switch (kind) {
            case ONE_HOP -> new OneHop(graph, limits);
            case TWO_HOP -> new TwoHop(graph, limits);
            case THREE_HOP -> new ThreeHop(graph, limits);
            case COMMUNITY -> new Community(graph, limits, size);
        };
    }

    Counter counter(KprgGraph graph, Limits limits) {
        return switch (kind) {
            case ONE_HOP -> new OneHop(graph, limits);
            case TWO_HOP -> new Waves(graph, limits)::countTwoHop;
            case THREE_HOP -> new Waves(graph, limits)::countThreeHop;
            case COMMUNITY -> new Community(graph, limits, size);
        };
    }

    /** The index behind the last one that can be a smallest member. */
    int end(KprgGraph graph, Limits limits) {
        return kind == Kind.THREE_HOP ? limits.core() : graph.nodes();
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
