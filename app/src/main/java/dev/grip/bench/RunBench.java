package dev.grip.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The benchmark of runs, on a graph of the published size and with simulated models that answer at once. */
public final class RunBench {

    private final Request request;
    private final Consumer<String> notes;
    private final Consumer<Measure> out;

    /** What is measured. */
    public enum Part {
        /** A whole run: speed, CPU of each process, memory, store. */
        RATE,
        /** Storing results, beside bare UNWIND. */
        WRITES,
        /** Resuming a run with many finished combinations. */
        START
    }

    /**
     * What to measure.
     *
     * @param parts empty: all
     * @param combinations of the whole run; from 200,000 on the growth of its heap is judged
     * @param finished combinations of the run that is resumed; from 1,000,000 on its time is judged
     * @param home the assembled Neo4j; null for the one beside this program
     */
    public record Request(Set<Part> parts, int combinations, int finished, @Nullable Path home) {

        private static final int FEWEST = 100;

        public Request {
            parts = parts.isEmpty() ? EnumSet.allOf(Part.class) : Set.copyOf(parts);
            require("--combinations", combinations);
            require("--finished", finished);
        }

        private static void require(String option, int value) {
            if (value < FEWEST) {
                throw new IllegalArgumentException(option + " is " + value + "; it must be " + FEWEST + " or more");
            }
        }
    }

    /** {@code notes} takes sentences about what is happening, {@code out} the figures. */
    public RunBench(Request request, Consumer<String> notes, Consumer<Measure> out) {
        this.request = request;
        this.notes = notes;
        this.out = out;
    }

    public void run() {
        part(
                Part.RATE,
                "Making problems from " + request.combinations() + " combinations ...",
                (server, folder) -> new RunRateBench(request.combinations(), server, folder, out).run());
        part(Part.WRITES, "Storing results ...", (server, folder) -> new WriteBench(server.graph(), out).run());
        part(
                Part.START,
                "Planning a run of " + request.finished() + " combinations ...",
                (server, folder) -> new RunStartBench(request.finished(), server, folder, out).run());
    }

    private interface Work {
        void on(BenchServer server, Path folder);
    }

    /** Each part has a server of its own, so that what one leaves behind does not burden the next. */
    private void part(Part part, String note, Work work) {
        if (!request.parts().contains(part)) {
            return;
        }
        notes.accept(note);
        try (var folder = new BenchFolder(false)) {
            var server = folder.serving(BenchServer.load(SyntheticKprg.grow(1), folder.path(), request.home()));
            work.on(server, folder.path());
        }
    }
}
