package dev.grip.containers;

import static dev.grip.containers.ComposeFile.PASSWORD_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ComposeSafetyTests {

    private final ComposeFile compose = ComposeFile.ofProject(PASSWORD_ONLY);

    @Test
    void noPortIsOpenBeyondThisMachine() {
        List<String> ports = compose.services()
                .flatMap(service -> ComposeFile.elements(service.path("ports")))
                .map(JsonNode::asText)
                .toList();

        assertThat(ports)
                .containsExactlyInAnyOrder("127.0.0.1:7474:7474", "127.0.0.1:7687:7687", "127.0.0.1:8080:8080")
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
        assertThat(compose.services()).noneMatch(service -> service.has("network_mode"));
    }

    @Test
    void noServiceCanTakeOverItsHost() {
        assertThat(compose.services())
                .noneMatch(service -> service.has("privileged") || service.has("pid") || service.has("cap_add"));
        assertThat(volumes()).noneMatch(volume -> volume.contains("docker.sock"));
    }

    @Test
    void thePasswordHasNoDefaultAndIsWrittenNowhere() {
        String source = Project.read("docker-compose.yml");

        assertThat(source).doesNotContain("NEO4J_PASSWORD:-").doesNotContain("NEO4J_AUTH: none");
        assertThat(source.lines().filter(line -> line.contains("NEO4J_AUTH:") || line.contains("NEO4J_PASSWORD: ")))
                .hasSize(2)
                .allMatch(line -> line.contains("${NEO4J_PASSWORD:?"));
        assertThat(compose.service("neo4j")
                        .path("environment")
                        .path("NEO4J_AUTH")
                        .asText())
                .isEqualTo("neo4j/correct-horse");
        assertThat(compose.service("app")
                        .path("environment")
                        .path("NEO4J_PASSWORD")
                        .asText())
                .isEqualTo("correct-horse");
    }

    /** The image turns each of them into a line of neo4j.conf, and Neo4j does not start with a setting it does not know. */
    @Test
    void everyOtherNeo4jVariableOfTheDatabaseIsASetting() {
        List<String> variables = ComposeFile.names(compose.service("neo4j").path("environment"));

        assertThat(variables)
                .contains("NEO4J_AUTH")
                .filteredOn(name -> !name.equals("NEO4J_AUTH"))
                .allMatch(name -> name.matches("NEO4J_(dbms|server|db|browser)_[a-z_]+"));
    }

    @Test
    void everyImageIsPinned() {
        assertThat(compose.services().map(service -> service.path("image").asText()))
                .hasSameSizeAs(compose.serviceNames())
                .allMatch(image -> image.matches("[a-z0-9/-]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void everyNamedVolumeIsDeclaredAndUsed() {
        List<String> used = volumes()
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .distinct()
                .toList();

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        ComposeFile.names(compose.tree().path("volumes")));
        assertThat(compose.service("neo4j").path("volumes").toString()).contains(":/data");
        assertThat(compose.service("app").path("volumes").toString()).contains(":/data");
    }

    @Test
    void everyServiceTellsWhetherItIsWell() {
        assertThat(compose.serviceNames()).allSatisfy(name -> {
            JsonNode check = compose.service(name).path("healthcheck");
            assertThat(check.path("test").path(0).asText()).as(name).isIn("CMD", "CMD-SHELL");
            assertThat(check.path("retries").asInt()).as(name).isPositive();
            assertThat(check.path("start_period").asText()).as(name).isNotEmpty();
        });
    }

    @Test
    void theDatabaseIsWellOnlyWithAllItsProcedures() {
        assertThat(ComposeCommands.neo4jHealthStatements())
                .containsExactly("EXPLAIN CALL kprg.info()", "RETURN apoc.version(), gds.version()");
    }

    @Test
    void theProgramWaitsForTheDatabase() {
        JsonNode neo4j = compose.service("app").path("depends_on").path("neo4j");

        assertThat(neo4j.path("condition").asText()).isEqualTo("service_healthy");
        assertThat(neo4j.has("required")).isFalse();
        assertThat(compose.service("app").path("environment").path("NEO4J_URI").asText())
                .isEqualTo("bolt://neo4j:7687");
    }

    @Test
    void portsCanBeMovedAndTheBrowserIsToldSo() {
        ComposeFile moved = ComposeFile.ofProject(Map.of("NEO4J_PASSWORD", "correct-horse", "GRIP_BOLT_PORT", "17687"));

        assertThat(ComposeFile.texts(moved.service("neo4j").path("ports"))).contains("127.0.0.1:17687:7687");
        assertThat(moved.service("neo4j")
                        .path("environment")
                        .path("NEO4J_server_bolt_advertised__address")
                        .asText())
                .isEqualTo("localhost:17687");
    }

    private Stream<String> volumes() {
        return compose.services()
                .flatMap(service -> ComposeFile.elements(service.path("volumes")))
                .map(JsonNode::asText);
    }
}
