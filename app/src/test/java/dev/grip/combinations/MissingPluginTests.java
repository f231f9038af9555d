package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.KprgAlone;
import java.io.IOException;
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

    private static KprgAlone neo4j;

    @BeforeAll
    static void start() throws IOException {
        neo4j = KprgAlone.start(folder);
    }

    @AfterAll
    static void stop() {
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
    void regionsAreNotFound() {
        assertThatThrownBy(() -> new CombinationSource(neo4j.graph()).regions())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gds.graph.project")
                .hasMessageContaining("put Graph Data Science 2.13 into its plugins folder");
    }

    @Test
    void whatNeedsNeitherWorks() {
        assertThat(select("uncovered-knowledge-points")).isEmpty();
        assertThat(select("barren-seeds")).isEmpty();
    }

    private static List<Combination> select(String name) {
        NamedSelection selection = NamedSelections.of(name);
        List<Combination> chosen = new ArrayList<>();
        new CombinationSource(neo4j.graph()).select(selection.cypher(), selection.parameters(), null, chosen::add);
        return chosen;
    }
}
