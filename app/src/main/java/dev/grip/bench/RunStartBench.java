package dev.grip.bench;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Query;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Settings;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** How long a run with a great many finished combinations takes until work goes on. */
final class RunStartBench {

    private static final Query FINISH = Query.of("bench/finish-slices");
    private static final int JUDGED = 1_000_000;
    private static final double SECONDS = 5;
    private static final int OPEN = 10;
    private static final long LOOK_MILLIS = 20;

    private final int combinations;
    private final BenchServer server;
    private final Path folder;
    private final Consumer<Measure> out;

    RunStartBench(int combinations, BenchServer server, Path folder, Consumer<Measure> out) {
        this.combinations = combinations;
        this.server = server;
        this.folder = folder;
        this.out = out;
    }

    void run() {
        try (RehearsalProcess models = RehearsalProcess.startUsual()) {
            Settings settings = settings(models);
            String id = planned(settings);
            server.graph().write(FINISH, Map.of("run", id, "open", OPEN));
            try (Grip grip = Grip.open(settings)) {
                double seconds = Timing.once(() -> {
                            grip.resume(id);
                            return await(grip, id, run -> run.state() != RunState.PLANNED);
                        })
                        .best();
                Measure start = Measure.of("start on finished combinations", seconds, "s")
                        .noting(String.format(
                                Locale.ROOT,
                                "from asking to resume a run with %,d finished combinations until it works",
                                combinations));
                out.accept(combinations >= JUDGED ? start.atMost(SECONDS) : start);
            }
        }
    }

    /** A run whose combinations are all planned, paused. */
    private String planned(Settings settings) {
        try (Grip grip = Grip.open(settings)) {
            var request = RunRequest.of(CombinationSpec.of(List.of(Kind.TWO_HOP), combinations, null));
            var planning = Timing.once(() -> {
                String id = grip.launch(request).id();
                awaitPlan(id);
                return id;
            });
            String id = planning.result();
            out.accept(Measure.of("combinations planned/s", combinations / planning.best(), "combinations/s")
                    .noting("kept as nodes and slices, while two calls at a time are made"));
            grip.pause(id);
            await(grip, id, run -> run.state() == RunState.PAUSED);
            return id;
        }
    }

    private void awaitPlan(String id) {
        Query complete = Query.of("bench/plan-complete");
        while (!server.graph()
                .read(complete, Map.of("run", id))
                .get(0)
                .get("complete")
                .asBoolean()) {
            Timing.pause(LOOK_MILLIS);
        }
    }

    private static RunStatus await(Grip grip, String id, Predicate<RunStatus> holds) {
        while (true) {
            RunStatus run = grip.run(id).orElseThrow();
            if (holds.test(run)) {
                return run;
            }
            Timing.pause(LOOK_MILLIS);
        }
    }

    private Settings settings(RehearsalProcess models) {
        return Settings.load(
                RunProcess.configure(server, models, folder),
                Map.of(
                        "pipeline.calls",
                        "2",
                        "pipeline.slots",
                        "1",
                        "pipeline.plan-ahead",
                        Integer.toString(2 * combinations),
                        "data",
                        folder.resolve("start").toString()));
    }
}
