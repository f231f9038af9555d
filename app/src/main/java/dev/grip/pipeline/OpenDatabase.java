package dev.grip.pipeline;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import dev.grip.graph.Graph;
import dev.grip.graph.Schema;
import dev.grip.graph.ServerCheck;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database a process works with: its own child process, or the server that the settings name. */
record OpenDatabase(Graph graph, Places places, @Nullable EmbeddedNeo4j embedded) implements AutoCloseable {

    /** Opens it and applies the schema. Throws when it cannot be reached or lacks the kprg plugin. */
    static OpenDatabase open(Settings settings) {
        return open(settings, null);
    }

    /** The same; an embedded one's Browser opens the guide below this address. */
    static OpenDatabase open(Settings settings, @Nullable URI guide) {
        OpenDatabase database = settings.neo4j().uri() == null ? embedded(settings, guide) : server(settings);
        try {
            Schema.apply(database.graph());
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The same with further sentences that a person should see. */
    OpenDatabase noticing(List<String> further) {
        return new OpenDatabase(graph, places.noticing(further), embedded);
    }

    private static OpenDatabase embedded(Settings settings, @Nullable URI guide) {
        EmbeddedSettings wish = EmbeddedSettings.in(settings.data().resolve("neo4j"))
                .withPorts(settings.neo4j().boltPort(), settings.neo4j().httpPort())
                .withStartTimeout(Duration.ofSeconds(settings.neo4j().startSeconds()))
                .withConfiguration(browser(guide));
        Path home = settings.neo4j().home();
        EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(home == null ? wish : wish.withHome(home));
        try {
            Graph graph = Graph.connect(
                    neo4j.boltUri(),
                    neo4j.username(),
                    neo4j.password(),
                    settings.neo4j().database());
            Places places = new Places(
                    neo4j.boltUri(),
                    neo4j.browserUri(),
                    neo4j.username(),
                    neo4j.password(),
                    neo4j.passwordFile(),
                    settings.data(),
                    neo4j.notices());
            return new OpenDatabase(graph, places, neo4j);
        } catch (RuntimeException e) {
            neo4j.close();
            throw e;
        }
    }

    /** What Neo4j Browser does when somebody has logged in. */
    private static Map<String, String> browser(@Nullable URI guide) {
        return guide == null
                ? Map.of()
                : Map.of("browser.post_connect_cmd", "style " + guide + "/kprg.grass; guide " + guide + "/start");
    }

    private static OpenDatabase server(Settings settings) {
        Settings.Neo4j neo4j = settings.neo4j();
        URI uri = java.util.Objects.requireNonNull(neo4j.uri());
        String password = neo4j.password();
        Graph graph = Graph.connect(uri, neo4j.username(), password == null ? "" : password, neo4j.database());
        ServerCheck check = ServerCheck.of(graph);
        if (!check.procedures().contains("kprg.build")) {
            graph.close();
            throw new SettingsException(
                    "Neo4j at " + uri + " cannot be used yet. " + String.join(" ", check.missing()));
        }
        List<String> notices = new ArrayList<>(check.missing());
        notices.addAll(check.advice());
        return new OpenDatabase(
                graph, new Places(uri, null, neo4j.username(), null, null, settings.data(), notices), null);
    }

    @Override
    public void close() {
        graph.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
