package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code grip rehearse}: what it says and that it serves. */
@Timeout(120)
class RehearseCommandTests {

    @TempDir
    Path folder;

    @Test
    void withoutAFileTheUsualModelsAreServedAndCalledSimulated() throws Exception {
        try (Run run = new Run("rehearse")) {
            String out = run.until(text -> text.contains("Ctrl-C ends"));

            assertThat(out)
                    .contains("rehearsal: simulated models, not model output")
                    .contains("Nothing here is a language model")
                    .contains("rehearsal/Qwen2.5-32B-Instruct")
                    .contains("rehearsal/deepseek-math-7b-rl");
            assertThat(model(url(out, "rehearsal/Qwen2.5-32B-Instruct"))).isEqualTo("rehearsal/Qwen2.5-32B-Instruct");
        }
    }

    @Test
    void aFileSaysWhichServersThereAreAndWhatIsSpecialAboutThem() throws Exception {
        Path file = Files.writeString(
                folder.resolve("trouble.yml"),
                """
                servers:
                  - model: slow
                    max-model-length: 4096
                    engine: {max-num-seqs: 8, kv-blocks: 2000}
                    latency: {inter-token: 20ms, load-factor: 2}
                  - model: broken
                    faults:
                      - {kind: status, status: 503, trigger: {rate: 0.5}, match: {path: /v1/chat}}
                      - kind: engine-hang
                """);
        try (Run run = new Run("rehearse", "--config", file.toString())) {
            String out = run.until(text -> text.contains("Ctrl-C ends"));

            assertThat(out)
                    .contains("max-model-length 4096 · max-num-seqs 8 · kv-blocks 2000 · inter-token 20ms")
                    .contains("fault status (rate 0.5, path /v1/chat) · fault engine-hang");
            assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
            assertThat(model(url(out, "slow"))).isEqualTo("slow");
        }
    }

    @Test
    void asJsonTheServersComeWithAllTheirSettings() throws Exception {
        Path file = Files.writeString(folder.resolve("one.yml"), "servers: [{model: one, api-key: k}]");
        try (Run run = new Run("rehearse", "--config", file.toString(), "--json")) {
            JsonNode out = new ObjectMapper().readTree(run.until(text -> text.endsWith("\n}\n")));

            assertThat(out.path("rehearsal").asBoolean()).isTrue();
            assertThat(out.at("/servers/0/model").asText()).isEqualTo("one");
            assertThat(out.at("/servers/0/special/0").asText()).isEqualTo("api-key");
            assertThat(out.at("/servers/0/settings/latency/time-scale").asDouble())
                    .isEqualTo(1.0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            servers: [{model: a, colour: red}]                     | Unknown key 'servers[0].colour'; known here are api-key
            servers: [{model: a, engine: {max-num-seqs: lots}}]    | servers[0].engine.max-num-seqs is 'lots'; it must be a whole number
            servers: [{model: a, faults: [{kind: flood}]}]         | servers[0].faults[0].kind is 'flood'; it must be one of
            servers: [{model: a, engine: {kv-blocks: 1}}]          | servers[0]: kvBlocks is 1
            servers: [{port: 1234}]                                | servers[0].model is missing
            servers: [{model: a, port: 7}, {model: b, port: 7}]    | Two servers have port 7
            servers: []                                            | servers must be a list with at least one server
            server: [{model: a}]                                   | Unknown key 'server'; known here is servers
            servers: [                                             | It is no YAML
            """)
    void aFileThatDoesNotWorkIsBadUsageAndSaysWhatWould(String yaml, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yml"), yaml);
        Console console = new Console();

        assertThat(console.run("rehearse", "--config", file.toString())).isEqualTo(2);

        assertThat(console.err()).startsWith("grip: " + file + ": " + words).doesNotContain("\tat ");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Console console = new Console();

        assertThat(console.run("rehearse", "--config", "nowhere.yml")).isEqualTo(2);

        assertThat(console.err()).isEqualTo("grip: There is no file nowhere.yml\n");
    }

    private static URI url(String out, String model) {
        Matcher line =
                Pattern.compile(Pattern.quote(model) + " +(http://\\S+)/v1").matcher(out);
        assertThat(line.find()).as(out).isTrue();
        return URI.create(line.group(1));
    }

    private static String model(URI server) throws IOException, InterruptedException {
        HttpResponse<String> models = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/v1/models")).build(),
                        HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(models.body()).at("/data/0/id").asText();
    }

    /** A command that runs until it is interrupted, as Ctrl-C would end it. */
    private static final class Run implements AutoCloseable {

        private final Console console = new Console();
        private final Thread thread;

        private Run(String... arguments) {
            thread = new Thread(() -> console.run(arguments), "rehearse");
            thread.start();
        }

        private String until(Predicate<String> printed) throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!printed.test(console.out())) {
                assertThat(thread.isAlive() && System.nanoTime() < end)
                        .as(console.out() + console.err())
                        .isTrue();
                Thread.sleep(5);
            }
            return console.out();
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
