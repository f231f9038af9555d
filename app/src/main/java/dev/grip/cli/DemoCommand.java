package dev.grip.cli;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.web.Place;
import dev.grip.web.Server;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Does everything once on bundled problems, shows what came of it, and keeps serving.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip demo                  until Ctrl-C; a second one finds its data and adds nothing twice",
            "  grip demo --fresh --exit   start over, and end when the work is done"
        })
final class DemoCommand implements Callable<Integer> {

    private static final int LIMIT = 120;
    private static final long SEED = 1;

    @Option(names = "--fresh", description = "Deletes the data folder first, if GRIP made it.")
    private boolean fresh;

    @Option(names = "--exit", description = "Ends when the work is done instead of serving until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Makes problems from at most N combinations (default: ${DEFAULT-VALUE}).")
    private int limit = LIMIT;

    @Option(names = "--port", paramLabel = "N", description = "The API's port (default: 8080).")
    private @Nullable Integer port;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws IOException, InterruptedException {
        common.override("server.port", port);
        var request = Usage.checked(() -> RunRequest.of(CombinationSpec.of(List.of(Kind.values()), limit, SEED)));
        var settings = common.settings();
        if (fresh) {
            DataFolder.clear(settings.data());
        }
        try (var place =
                        Place.choose(settings.server().host(), settings.server().port());
                var stop = Stop.onRequest(() -> common.note("Stopping ..."));
                var session = common.open(settings, stop, place.guide());
                var server = Server.start(session.grip(), place)) {
            var result = perform(session.grip(), request, stop);
            show(session.grip(), server, result);
            if (!exit) {
                stop.await();
            }
            return result.run().state() == RunState.DONE ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private DemoReport.Result perform(Grip grip, RunRequest request, Stop stop)
            throws IOException, InterruptedException {
        DemoSeeds.importAll(grip, common);
        grip.extract(new StoppableProgress(common.progress(), stop));
        grip.buildGraph();
        RunStatus run = run(grip, request, stop);
        stop.check();
        var directory = grip.places().data().resolve("exports").resolve("demo");
        ExportReport export = grip.export(new ExportRequest(directory, null, List.of()));
        return new DemoReport.Result(grip.funnel(), run, export);
    }

    private RunStatus run(Grip grip, RunRequest request, Stop stop) throws InterruptedException {
        var started = grip.launch(request);
        if (started.state() == RunState.DONE) {
            common.note("Run " + started.id() + " is done already; nothing is made twice.");
            return started;
        }
        return grip.await(started.id(), new StoppableProgress(common.progress(), stop));
    }

    private void show(Grip grip, Server server, DemoReport.Result result) {
        server.notices().forEach(common::note);
        if (common.json()) {
            common.terminal().json(result);
            return;
        }
        new DemoReport(common.terminal()).lines(result).forEach(common.terminal()::print);
        if (!exit) {
            new Addresses(common.terminal()).lines(grip, server).forEach(common.terminal()::print);
        }
    }
}
