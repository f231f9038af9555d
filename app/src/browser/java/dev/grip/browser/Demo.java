package dev.grip.browser;

import dev.grip.analysis.ProblemFilter;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Progress;
import dev.grip.pipeline.TestGrip;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.web.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A served program with some of the demo's seeds, the graph of their knowledge points, and one small run that is done. */
final class Demo implements AutoCloseable {

    private final Grip grip;
    private final Server server;

    private Demo(Grip grip) {
        this.grip = grip;
        this.server = Server.start(grip, "127.0.0.1", 0);
    }

    /** {@code overrides} are dotted setting keys. */
    static Demo start(Neo4jExtension neo4j, Path data, Map<String, String> overrides)
            throws IOException, InterruptedException {
        neo4j.wipe();
        var demo = new Demo(TestGrip.open(neo4j, data, overrides));
        demo.prepare();
        return demo;
    }

    private void prepare() throws IOException, InterruptedException {
        try (var seeds = Objects.requireNonNull(Demo.class.getResourceAsStream("/demo/labelled_gsm8k_100.jsonl"))) {
            grip.importSeeds(seeds, "demo", true);
        }
        grip.extract(Progress.NONE);
        grip.buildGraph();
        var run = launch(12, 1);
        var ended = grip.await(run.id(), Progress.NONE);
        if (ended.state() != RunState.DONE || ended.accepted() == 0) {
            throw new AssertionError("The run did not end as it should: " + ended);
        }
    }

    /** Starts a run of so many combinations of all kinds, another one for another seed. */
    RunStatus launch(int limit, long seed) {
        return grip.launch(RunRequest.of(CombinationSpec.of(List.of(Kind.values()), limit, seed)));
    }

    /** Cancels a run, unless it has ended, and waits for its end. */
    void end(String run) throws InterruptedException {
        if (!grip.run(run).orElseThrow().state().ended()) {
            grip.cancel(run);
        }
        grip.await(run, Progress.NONE);
    }

    /** The id of its latest run. */
    String run() {
        return grip.runs().get(0).id();
    }

    /** The key of a problem with an accepted solution. */
    String accepted() {
        var accepted = new ProblemFilter(null, null, true, null, null);
        return grip.results().problems(accepted, null, 1).problems().get(0).key();
    }

    /** The id of the knowledge point that most seeds need. */
    String point() {
        return grip.knowledge().list(null, null, 1).get(0).id();
    }

    /** The address of a view, such as {@code runs}. */
    URI at(String view) {
        return server.uri().resolve("/#/" + view);
    }

    URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
        grip.close();
    }
}
