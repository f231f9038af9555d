package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalServer;
import dev.grip.rehearsal.WireOptions;
import dev.grip.rehearsal.WireOptions.MetricNames;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.engine.EngineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code grip doctor} before servers that are ready, away, or serve something else. */
@SuppressWarnings("NullAway.Init")
class DoctorCommandTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final String WRITER = "Qwen/Qwen2.5-32B-Instruct";
    private static final String JUDGE = "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B";
    private static final String KEY = "a-key-nobody-may-see";
    private static final String AWAY = "http://127.0.0.1:1/v1";

    @TempDir
    private Path work;

    private final RehearsalServer writer = RehearsalServer.start(usual(WRITER)
            .withMaxModelLength(8192)
            .withEngine(EngineConfig.slots(256).withKvBlocks(12_000))
            .withApiKey(KEY));
    private final RehearsalServer judge =
            RehearsalServer.start(usual(JUDGE).withWire(WireOptions.CURRENT.withMetrics(MetricNames.MISSING)));

    @AfterEach
    void stop() {
        writer.close();
        judge.close();
    }

    @Test
    void everyServerHasARowWithItsRolesAndItsProblemStandsBelow() throws IOException {
        var console = new Console();

        assertThat(doctor(console, settings())).isEqualTo(1);

        assertThat(console.out())
                .containsPattern("(?m)^ {2}" + WRITER + " {2}" + writer.url() + "/v1 {2}rehearsal$")
                .containsPattern("(?m)^ {4}rehearsal +8,192 +0/0 +192,000 +choice +ready$\\R"
                        + " {6}for extractor, generator, solver-small, solver-large$")
                .containsPattern("(?m)^ {4}rehearsal +32,768 +no metrics +- +choice +ready$\\R {6}for judge strict$")
                .containsPattern("(?m)^ {4}rehearsal +- +0/0 +192,000 +\\? +FAILS$\\R {6}for judge lenient$")
                .containsPattern("(?m)^ {4}- +- +- +- +\\? +AWAY$\\R {6}for rater$")
                .doesNotContain(KEY);
        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("FAILS judge lenient model server " + writer.url() + "/v1 (judge lenient): it does not serve")
                .contains("set model to one of these")
                .contains("FAILS rater model server " + AWAY + " (rater away): cannot connect");
        assertThat(console.out().lines())
                .filteredOn(line -> !line.contains("http") && !line.contains("/"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.NARROW));
    }

    @Test
    void asJsonTheServersAreData() throws IOException {
        var console = new Console();

        assertThat(doctor(console, settings(), "--json")).isEqualTo(1);

        JsonNode findings = new ObjectMapper().readTree(console.out());
        assertThat(findings.path("checks"))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.path("ok").asBoolean()).isTrue());
        JsonNode extractor = findings.at("/servers/0");
        assertThat(extractor.path("role").asText()).isEqualTo("extractor");
        assertThat(extractor.path("ready").asBoolean()).isTrue();
        assertThat(extractor.path("constraints").asText()).isEqualTo("choice");
        assertThat(extractor.at("/load/kvTokens").asLong()).isEqualTo(192_000);
        assertThat(findings.path("servers")).hasSize(7).anySatisfy(server -> {
            assertThat(server.path("role").asText()).isEqualTo("rater");
            assertThat(server.path("ready").asBoolean()).isFalse();
            assertThat(server.path("problem").asText()).contains("cannot connect", "models.rater");
        });
        assertThat(console.out()).doesNotContain(KEY);
    }

    @Test
    void aPromptThatDoesNotFitItsModelFails() throws IOException {
        judge.change(config -> config.withMaxModelLength(1_024));
        var console = new Console();

        assertThat(doctor(console, settings())).isEqualTo(1);

        assertThat(console.out().replaceAll("\\s+", " "))
                .containsPattern("FAILS Context length judging/judge-solution has about \\d+ tokens and asks for up to"
                        + " 1024 more \\(max_tokens\\), but " + JUDGE + " at \\S+ \\(judge\\) has a context of 1024");
    }

    private Path settings() throws IOException {
        return Files.writeString(
                work.resolve("grip.yml"),
                """
                models:
                  extractor: {url: "%1$s", model: "%2$s", api-key: "%5$s"}
                  generator: {url: "%1$s", model: "%2$s", api-key: "%5$s"}
                  rater: {url: "%6$s", model: away}
                  solver-small: {url: "%1$s", model: "%2$s", api-key: "%5$s"}
                  solver-large: {url: "%1$s", model: "%2$s", api-key: "%5$s"}
                  judges:
                    - {name: strict, url: "%3$s", model: "%4$s"}
                    - {name: lenient, url: "%1$s", model: another, api-key: "%5$s"}
                """
                        .formatted(writer.url(), WRITER, judge.url(), JUDGE, KEY, AWAY));
    }

    private int doctor(Console console, Path settings, String... more) {
        var arguments = new ArrayList<>(List.of("doctor", "--config", settings.toString()));
        arguments.addAll(List.of(
                "--data",
                work.resolve("data").toString(),
                "-D",
                "neo4j.uri=" + NEO4J.embedded().boltUri()));
        arguments.addAll(List.of("-D", "neo4j.password=" + NEO4J.embedded().password()));
        arguments.addAll(List.of(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private static RehearsalConfig usual(String model) {
        return RehearsalConfig.of(model, Personality.FLAWLESS, conversation -> "fine");
    }
}
