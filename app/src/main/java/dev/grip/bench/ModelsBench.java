package dev.grip.bench;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** The benchmark of the model client, before simulated servers; every figure is handed over as soon as it is known. */
public final class ModelsBench {

    private final Set<Part> parts;
    private final Consumer<String> notes;
    private final Consumer<Measure> out;

    /** What is measured. */
    public enum Part {
        /** Throughput with 2,048 calls in flight. */
        SATURATION,
        /** CPU of a call. */
        COST,
        /** Finding the right number of calls in flight. */
        ADAPTATION,
        /** One of three servers is killed. */
        REPLICAS,
        /** Heap of 4,096 calls in flight. */
        MEMORY
    }

    /** {@code notes} takes sentences about what is happening, {@code out} the figures. */
    public ModelsBench(Set<Part> parts, Consumer<String> notes, Consumer<Measure> out) {
        this.parts = parts.isEmpty() ? EnumSet.allOf(Part.class) : Set.copyOf(parts);
        this.notes = notes;
        this.out = out;
    }

    public void run() {
        part(Part.COST, "Measuring what a call costs ...", () -> new ClientCostBench(out).run());
        part(Part.SATURATION, "Measuring with 2,048 calls in flight ...", () -> new SaturationBench(out).run());
        part(
                Part.ADAPTATION,
                "Measuring fixed numbers of calls in flight, then the client's own; takes about six minutes ...",
                () -> new AdaptationBench(notes, out).run());
        part(Part.REPLICAS, "Killing one of three servers ...", () -> new ReplicaBench(out).run());
        part(Part.MEMORY, "Opening 4,096 calls ...", () -> new MemoryBench(out).run());
    }

    private void part(Part part, String note, Runnable work) {
        if (parts.contains(part)) {
            notes.accept(note);
            work.run();
        }
    }
}
