package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import dev.grip.graph.Graph;
import dev.grip.graph.Neo4jExtension;
import dev.grip.graph.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named selections on a server that has the kprg plugin alone. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
final class MissingPluginTests {

    @TempDir
    private static Path folder;

    private static EmbeddedNeo4j neo4j;
    private static Graph graph;

    @BeforeAll
    static void start() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(
                home.resolve("lib"), Neo4jExtension.home().resolve("lib").toRealPath());
        Files.createDirectories(home.resolve("plugins"));
        Path kprg = Neo4jExtension.home().resolve("plugins/kprg.jar");
        Files.copy(kprg, home.resolve("plugins/kprg.jar"));
        neo4j = EmbeddedNeo4j.start(Neo4jExtension.quick(
                EmbeddedSettings.in(folder.resolve("data")).withHome(home).withPorts(0, 0)));
        graph = Graph.connect(neo4j.boltUri(), neo4j.username(), neo4j.password(), "neo4j");
        Schema.apply(graph);
    }

    @AfterAll
    static void stop() {
        graph.close();
        neo4j.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pairs-inside-communities   | This server has no gds.graph.project: put Graph Data Science 2.13 into its plugins folder and restart it
                    similar-but-never-together | This server has no gds.graph.project: put Graph Data Science 2.13 into its plugins folder and restart it
                    pairs-across-subjects      | This server has no apoc.map.fromPairs: put APOC 5.26 (apoc-core) into its plugins folder and restart it
                    """)
    void thePluginThatIsMissingIsNamedWithWhatToDo(String name, String why) {
        assertThatThrownBy(() -> select(name)).hasMessageStartingWith(why).hasMessageNotContaining("\n");
    }

    @Test
    void whatNeedsNeitherWorks() {
        assertThat(select("uncovered-knowledge-points")).isEmpty();
        assertThat(select("barren-seeds")).isEmpty();
    }

    private static List<Combination> select(String name) {
        NamedSelection selection = NamedSelections.of(name);
        List<Combination> chosen = new ArrayList<>();
        new CombinationSource(graph).select(selection.cypher(), selection.parameters(), null, chosen::add);
        return chosen;
    }
}
