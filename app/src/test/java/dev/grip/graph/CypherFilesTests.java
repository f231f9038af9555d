package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.summary.Notification;

/** Every statement in {@code /cypher} can be planned by a real server with the parameters its header declares. */
final class CypherFilesTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Path FOLDER = Path.of("../cypher");
    private static final List<String> MISTAKES = List.of(
            "ParameterNotProvided",
            "UnknownLabelWarning",
            "UnknownRelationshipTypeWarning",
            "UnknownPropertyKeyWarning");

    @BeforeAll
    static void loadFixture() throws IOException {
        NEO4J.wipe();
        try (var in = CypherFilesTests.class.getResourceAsStream("/graph/fixture.cypher");
                var session = NEO4J.driver().session()) {
            session.run(new String(in.readAllBytes(), StandardCharsets.UTF_8)).consume();
        }
    }

    static Stream<String> files() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".cypher"))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isPlannedAsItsHeaderSays(String file) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        var header = CypherHeader.of(text);
        assertThat(header.purpose()).as("purpose of " + file).endsWith(".");
        try (var session = NEO4J.driver().session()) {
            Map<String, Object> parameters =
                    new HashMap<>(session.run("RETURN " + header.parameters() + " AS parameters")
                            .single()
                            .get("parameters")
                            .asMap());
            if (file.startsWith("selections/")) {
                parameters.put("projection", "given by the program");
            }
            var result = session.run("EXPLAIN " + text, parameters);
            List<String> columns = result.keys();
            assertThat(result.consume().notifications())
                    .as("mistakes in " + file)
                    .filteredOn(CypherFilesTests::mistake)
                    .isEmpty();
            header.columns()
                    .ifPresent(declared ->
                            assertThat(columns).as("columns of " + file).isEqualTo(declared));
        }
    }

    @Test
    void everySchemaFileIsApplied() throws IOException {
        assertThat(files().filter(file -> file.startsWith("schema/")))
                .containsExactlyInAnyOrderElementsOf(Schema.STATEMENTS.stream()
                        .map(name -> "schema/" + name + ".cypher")
                        .toList());
    }

    private static boolean mistake(Notification notification) {
        return MISTAKES.stream().anyMatch(notification.code()::endsWith);
    }
}
