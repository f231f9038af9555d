package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.exceptions.ClientException;

final class SchemaTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void refusesASecondSeedWithTheSameId() {
        assertThatThrownBy(() -> run("UNWIND [1, 2] AS i CREATE (:Seed {id: 'twice'})"))
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("already exists");
    }

    @Test
    void tellsWhatStandsInTheWayOfAConstraint() {
        run("DROP CONSTRAINT unique_seed_id");
        run("UNWIND [1, 2] AS i CREATE (:Seed {id: 'twice'})");
        try {
            assertThatThrownBy(() -> Schema.apply(NEO4J.graph()))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("schema/unique-seed-id")
                    .hasMessageContaining("twice");
        } finally {
            NEO4J.wipe();
            Schema.apply(NEO4J.graph());
        }
        assertThat(names("SHOW CONSTRAINTS YIELD name RETURN name")).contains("unique_seed_id");
    }

    @Test
    void appliedTwiceIsTheSame() {
        List<String> before = names("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name");
        Schema.apply(NEO4J.graph());
        assertThat(names("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"))
                .containsExactlyInAnyOrderElementsOf(before)
                .contains("unique_problem_key", "index_problem_run", "index_slice_run", "index_mention_text");
    }

    @Test
    void findsTheProblemsOfARunThroughTheIndex() {
        try (var session = NEO4J.driver().session()) {
            var plan = session.run("EXPLAIN MATCH (p:Problem {run: 'r'}) RETURN p")
                    .consume()
                    .plan();
            assertThat(plan.toString()).contains("NodeIndexSeek");
        }
    }

    @Test
    void theServerThatComesWithGripLacksNothing() {
        var check = ServerCheck.of(NEO4J.graph());
        assertThat(check.missing()).isEmpty();
        assertThat(check.advice()).isEmpty();
        assertThat(check.version()).startsWith("5.26.");
        assertThat(check.edition()).isEqualTo("community");
        assertThat(check.apocVersion()).hasValueSatisfying(v -> assertThat(v).startsWith("5.26."));
        assertThat(check.gdsVersion()).hasValueSatisfying(v -> assertThat(v).startsWith("2.13."));
    }

    @Test
    void selectionsCannotChangeTheSchema() {
        assertThatThrownBy(() ->
                        NEO4J.graph().select("DROP CONSTRAINT unique_seed_id", Map.of(), Duration.ofSeconds(10), 1))
                .isInstanceOf(SelectionException.class);
        assertThat(names("SHOW CONSTRAINTS YIELD name RETURN name")).contains("unique_seed_id");
    }

    private static void run(String cypher) {
        try (var session = NEO4J.driver().session()) {
            session.run(cypher).consume();
        }
    }

    private static List<String> names(String cypher) {
        try (var session = NEO4J.driver().session()) {
            return session.run(cypher).list(row -> row.get("name").asString());
        }
    }
}
