package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.knowledge.merging.Bounds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {

    @TempDir
    Path folder;

    @Test
    void withoutAnyConfigurationTheNewerProfileHolds() {
        Settings settings = SettingsLoader.load(null, Map.of(), Map.of());

        assertThat(settings.profile()).isEqualTo("grip-2025");
        assertThat(settings.knowledge().maxPerSeed()).isEqualTo(5);
        assertThat(settings.combinations().communitySizes()).containsExactly(3, 4);
        assertThat(settings.combinations().repeat()).isEqualTo("once");
        assertThat(settings.judging().problemThreshold()).isEqualTo(0.85);
        assertThat(settings.neo4j().uri()).isNull();
        assertThat(settings.models()).isEmpty();
        assertThat(settings.server()).isEqualTo(new Settings.Server("127.0.0.1", 8080));
    }

    @Test
    void theOlderProfileBringsItsOwnNumbers() {
        Settings settings = SettingsLoader.load(null, Map.of(), Map.of("profile", "gsdp-2024"));

        assertThat(settings.knowledge().maxPerSeed()).isEqualTo(10);
        assertThat(settings.combinations().communitySizes()).containsExactly(3);
        assertThat(settings.combinations().repeat()).isEqualTo("weight");
    }

    @Test
    void commandLineWinsOverEnvironmentOverFileOverProfile() throws IOException {
        Path file = file(
                """
                data: from-file
                server: {port: 1111}
                neo4j: {uri: "bolt://file:7687", username: me}
                judging: {problem-threshold: 0.9}
                """);
        Settings settings = SettingsLoader.load(
                file, Map.of("NEO4J_URI", "bolt://env:7687", "GRIP_PORT", "2222"), Map.of("server.port", "3333"));

        assertThat(settings.server().port()).isEqualTo(3333);
        assertThat(settings.neo4j().uri()).isEqualTo(URI.create("bolt://env:7687"));
        assertThat(settings.neo4j().username()).isEqualTo("me");
        assertThat(settings.data()).isEqualTo(Path.of("from-file"));
        assertThat(settings.judging().problemThreshold()).isEqualTo(0.9);
    }

    @Test
    void aNumericPasswordStaysText() {
        Settings settings = SettingsLoader.load(null, Map.of("NEO4J_PASSWORD", "007: x"), Map.of());

        assertThat(settings.neo4j().password()).isEqualTo("007: x");
        assertThat(settings.toString()).doesNotContain("007");
    }

    @Test
    void boundsAreFoundByEmbeddingModel() throws IOException {
        Path file = file("knowledge: {bounds: {my-model: {same: 0.8, distinct: 0.5}}}");
        Settings settings = SettingsLoader.load(file, Map.of(), Map.of());

        assertThat(settings.knowledge().boundsOf("my-model")).isEqualTo(new Bounds(0.8, 0.5));
        assertThat(settings.knowledge().boundsOf("unheard-of")).isEqualTo(new Bounds(0.90, 0.70));
        assertThat(settings.knowledge().boundsOf("bge-small-en-v1.5").same()).isGreaterThan(0.90);
    }

    @Test
    void modelVariablesReachTheModelSettings() {
        Settings settings =
                SettingsLoader.load(null, Map.of("MODELS_SOLVER_SMALL_URL", "http://localhost:1/v1"), Map.of());

        assertThat(settings.models()).containsEntry("solver-small-url", "http://localhost:1/v1");
    }

    @Test
    void listsCanBeGivenOnTheCommandLine() {
        Settings settings = SettingsLoader.load(null, Map.of(), Map.of("combinations.community-sizes", "[4]"));

        assertThat(settings.combinations().communitySizes()).isEqualTo(List.of(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    judgin: {problem-threshold: 0.9}        | Unknown configuration key 'judgin'; known here are api, combinations, data
                    judging: {threshold: 0.9}               | Unknown configuration key 'judging.threshold'; known here are problem-threshold
                    neo4j: {url: bolt://x}                  | Unknown configuration key 'neo4j.url'; known here are bolt-port, database, home
                    judging: {problem-threshold: high}      | judging.problem-threshold
                    server: {port: [1]}                     | server.port
                    profile: grip-2026                      | profile is 'grip-2026'; it must be one of grip-2025, gsdp-2024
                    server: {port: 1.5}                     | server.port is '1.5'; it must be a whole number
                    server: {port: many}                    | server.port is 'many'; it must be a whole number
                    server: {port: 80, port: 81}            | Duplicate field 'port'
                    server: {port: 99999}                   | server: port is 99999; it must be between 0
                    server: 5                               | server must be a section of keys and values
                    models: [a]                             | models must be a section of keys and values
                    pipeline: {calls: 0}                    | pipeline: calls is 0; it must be 1 or more
                    judging: {problem-threshold: 85}        | judging: problem-threshold is 85.0; it must be between 0 and 1
                    dataset: {benchmarks: [none.jsonl]}     | dataset: benchmarks is none.jsonl; it must be files that are there
                    knowledge: {max-per-seed: 0}            | knowledge: max-per-seed is 0
                    just text                               | must hold keys and values
                    knowledge: {bounds: {m: {same: 0.5, distinct: 0.7}}} | bounds same 0.5, distinct 0.7
                    """)
    void aBadFileIsRefusedByName(String content, String message) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> SettingsLoader.load(file, Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message);
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() throws IOException {
        Path file = file("data: x\nserver: {port: 1");

        assertThatThrownBy(() -> SettingsLoader.load(file, Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("is not valid YAML")
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aSectionWithoutLinesIsLikeNone() throws IOException {
        Settings settings = SettingsLoader.load(file("data:\nneo4j:\nserver:\n"), Map.of(), Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("grip-data"));
        assertThat(settings.neo4j().username()).isEqualTo("neo4j");
        assertThat(settings.server().port()).isEqualTo(8080);
    }

    @Test
    void aFileThatIsNoTextIsRefusedInOneLine() throws IOException {
        Path file = Files.write(folder.resolve("grip.yml"), new byte[] {'a', (byte) 0xe2, 'x', (byte) 0xc8});

        assertThatThrownBy(() -> SettingsLoader.load(file, Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aNamedFileMustExist() {
        assertThatThrownBy(() -> SettingsLoader.load(folder.resolve("none.yml"), Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.yml");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("grip.yml"), content);
    }
}
