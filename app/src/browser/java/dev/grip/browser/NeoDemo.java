package dev.grip.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Places;
import dev.grip.pipeline.Progress;
import dev.grip.pipeline.Settings;
import dev.grip.pipeline.TestGrip;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.web.Place;
import dev.grip.web.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The demo with its own Neo4j and Neo4j Browser: its seeds, the graph of their knowledge points, and one run that is done. */
record NeoDemo(Grip grip, Server server) implements AutoCloseable {

    private static final double PATIENCE = 60_000;

    static NeoDemo start(Path data, int combinations) throws IOException, InterruptedException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var place = Place.choose("127.0.0.1", 0);
        var grip = Grip.open(settings(data), place.guide());
        var demo = new NeoDemo(grip, Server.start(grip, place));
        TestGrip.importDemoSeeds(grip);
        grip.extract(Progress.NONE);
        grip.buildGraph();
        var all = CombinationSpec.of(List.of(Kind.values()), combinations, 1L);
        grip.await(grip.launch(RunRequest.of(all)).id(), Progress.NONE);
        return demo;
    }

    private static Settings settings(Path data) {
        return Settings.load(
                null,
                Map.of(
                        "data", data.toString(),
                        "neo4j.home", Neo4jExtension.home().toAbsolutePath().toString(),
                        "neo4j.bolt-port", "0",
                        "neo4j.http-port", "0",
                        "neo4j.start-seconds", "600"));
    }

    Places places() {
        return grip.places();
    }

    URI uri() {
        return server.uri();
    }

    /** The address of a view of the page, such as {@code runs}. */
    URI at(String view) {
        return uri().resolve("/#/" + view);
    }

    @Override
    public void close() {
        server.close();
        grip.close();
    }
}
