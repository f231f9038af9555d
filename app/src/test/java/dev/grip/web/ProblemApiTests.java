package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.graph.Neo4jExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Problems and their stories over the API of a server with a token, whose model servers want a key. */
@SuppressWarnings("NullAway.Init")
@Timeout(600)
class ProblemApiTests {

    private static final String TOKEN = "a-token-nobody-may-see";
    private static final String[] WITH_TOKEN = {"Authorization", "Bearer " + TOKEN};

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private static Path data;

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static RehearsedRun run;
    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() throws InterruptedException {
        LOG.start();
        root().addAppender(LOG);
        NEO4J.wipe();
        run = new RehearsedRun(NEO4J, data);
        var browser = URI.create("http://localhost:7474/browser/");
        var site = new Site(true, true, browser, data, new Access(TOKEN, List.of(), 1));
        server = Server.start("127.0.0.1", 0, run.grip(), site);
        calls = new Calls(server.uri());
        run.carryOut();
    }

    @AfterAll
    static void stop() {
        server.close();
        run.close();
        root().detachAppender(LOG);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void problemsComeLatestFirstAPageAtATime() {
        var seen = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = get("/problems?limit=1" + after);
            page.get("problems").forEach(seen::add);
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asText();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(3);
        assertThat(seen).extracting(problem -> problem.get("key").asText()).doesNotHaveDuplicates();
        assertThat(seen)
                .extracting(problem -> problem.get("madeAt").asText())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(seen).allSatisfy(problem -> {
            assertThat(problem.get("rehearsal").asBoolean()).isTrue();
            assertThat(problem.get("kind").asText()).isEqualTo("ONE_HOP");
            assertThat(problem.get("knowledgePoints")).hasSize(2);
            assertThat(problem.get("text").asText()).isNotBlank();
        });
        assertThat(get("/problems").get("next").isNull()).isTrue();
    }

    @Test
    void filtersLetThroughWhatTheyName() {
        var all = get("/problems").get("problems");
        for (var verdict : List.of("passed", "rejected", "undecided", "failed")) {
            assertThat(keys("/problems?verdict=" + verdict))
                    .isEqualTo(
                            keys(all, problem -> problem.get("verdict").asText().equals(verdict)));
        }
        for (var accepted : List.of(true, false)) {
            assertThat(keys("/problems?accepted=" + accepted))
                    .isEqualTo(keys(all, problem -> accepted(problem) == accepted));
        }
        for (var difficulty : List.of("low", "medium", "high")) {
            assertThat(keys("/problems?difficulty=" + difficulty))
                    .isEqualTo(keys(
                            all, problem -> problem.get("difficulty").asText().equals(difficulty)));
        }
        assertThat(keys("/problems?kind=ONE_HOP")).hasSize(3);
        assertThat(keys("/problems?kind=TWO_HOP")).isEmpty();
        assertThat(keys("/problems?run=" + run.grip().runs().get(0).id())).hasSize(3);
        assertThat(keys("/problems?run=another")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verdict=good   | verdict is 'good'; it must be one of PASSED, REJECTED, UNDECIDED, FAILED
                    kind=FOUR_HOP  | kind is 'FOUR_HOP'; it must be one of ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY, SELECTED
                    difficulty=odd | difficulty is 'odd'; it must be one of LOW, MEDIUM, HIGH, UNRATED
                    accepted=some  | accepted is 'some'; it must be true or false
                    after=x        | after is 'x'; it must be the next of an earlier page
                    limit=0        | limit
                    """)
    void aFilterThatCannotBeUsedIsRefusedByName(String query, String words) {
        var response = calls.get("/api/v1/problems?" + query, WITH_TOKEN);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(Calls.json(response).get("detail").asText()).contains(words);
    }

    @Test
    void theStoryOfAProblemHasItsPathPromptsAndVotes() {
        var problem = get("/problems?verdict=passed").get("problems").get(0);
        var story = get("/problems/" + problem.get("key").asText());

        assertThat(story.at("/story/text")).isEqualTo(problem.get("text"));
        assertThat(story.at("/story/votes")).hasSize(3);
        assertThat(story.get("path")).hasSize(1);
        assertThat(story.at("/path/0/weight").asInt()).isEqualTo(1);
        assertThat(story.at("/path/0/seeds")).hasSize(1);
        assertThat(story.get("prompts"))
                .extracting(prompt -> prompt.get("name").asText())
                .contains("synthesis/write-problem", "judging/judge-problem", "synthesis/solve-problem");
        assertThat(story.get("prompts"))
                .allSatisfy(prompt -> assertThat(prompt.get("text").asText()).isNotBlank());
        assertThat(story.get("asked"))
                .extracting(asked -> asked.get("step").asText())
                .containsExactly("WRITING", "JUDGING_PROBLEM", "RATING", "SOLVING", "JUDGING_SOLUTION");
        assertThat(story.get("asked")).allSatisfy(asked -> {
            assertThat(asked.get("exact").asBoolean()).isTrue();
            assertThat(asked.at("/messages/0/role").asText()).isEqualTo("system");
            assertThat(asked.at("/messages/1/content").asText()).isNotBlank().doesNotContain("{{");
        });
        assertThat(story.at("/asked/2/messages/1/content").asText())
                .endsWith("Problem:\n" + problem.get("text").asText());
        var solution = problem.at("/solutions/0/key").asText();
        assertThat(get("/problems/" + solution).at("/story/key")).isEqualTo(problem.get("key"));
    }

    @Test
    void whatIsNoProblemIsNotFoundAsOneButHasAStory() {
        assertThat(calls.get("/api/v1/problems/s1", WITH_TOKEN).statusCode()).isEqualTo(404);
        assertThat(calls.get("/api/v1/problems/none", WITH_TOKEN).statusCode()).isEqualTo(404);
        assertThat(calls.get("/api/v1/traces/none", WITH_TOKEN).statusCode()).isEqualTo(404);

        var seed = get("/traces/s1");
        assertThat(seed.get("kind").asText()).isEqualTo("seed");
        assertThat(seed.at("/story/problem").asText()).isEqualTo("p1");
    }

    /** Most clients send all of a body before they read the answer; this one sees that nobody waits for the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "multipart/form-data; boundary=x"})
    void aBodyAboveTheBoundIsRefusedBeforeItIsThere(String type) throws IOException {
        var head = "POST /api/v1/seeds HTTP/1.1\r\nHost: localhost:"
                + server.uri().getPort() + "\r\nAuthorization: Bearer " + TOKEN + "\r\nContent-Type: " + type
                + "\r\nContent-Length: 3000000\r\n\r\n";
        var start = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.jsonl\"\r\n\r\n{";
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((head + start).getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.readLine()).contains(" 413 ");
            var rest = new StringBuilder();
            while (!rest.toString().contains("}")) {
                rest.append((char) answer.read());
            }
            assertThat(rest.toString()).containsIgnoringCase(Problem.MEDIA_TYPE).contains("too large");
        }
    }

    @Test
    void noSecretIsInAnswersErrorsExportsOrLogs() throws IOException {
        var said = new ArrayList<String>();
        for (var path :
                List.of("/runs", "/models", "/problems", "/funnel", "/curations", "/seeds", "/nothing", "/runs/none")) {
            said.add(calls.get("/api/v1" + path, WITH_TOKEN).body());
            said.add(calls.get("/api/v1" + path, "Authorization", "Bearer " + TOKEN + "!")
                    .body());
        }
        said.add(calls.get("/", WITH_TOKEN).body());
        said.add(calls.get("/prometheus").body());
        said.add(calls.get("/health").body());
        var export = calls.post("/api/v1/exports", "application/json", "{\"name\": \"secrets\"}", WITH_TOKEN);
        assertThat(export.statusCode()).isEqualTo(200);
        said.add(calls.post("/api/v1/runs", "application/json", "{\"cypher\": 1}", WITH_TOKEN)
                .body());
        said.addAll(files(data.resolve("exports")));
        said.add(run.grip().settings().toString());
        LOG.list.forEach(event -> said.add(event.getFormattedMessage() + event.getThrowableProxy()));

        assertThat(LOG.list).noneMatch(event -> event.getLevel() == Level.ERROR);
        var secrets = List.of(TOKEN, RehearsedRun.KEY, NEO4J.embedded().password());
        assertThat(said).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
            assertThat(texts).hasSizeGreaterThan(2);
            return texts;
        }
    }

    private static boolean accepted(JsonNode problem) {
        return StreamSupport.stream(problem.get("solutions").spliterator(), false)
                .anyMatch(solution -> solution.get("verdict").asText().equals("passed"));
    }

    private static Set<String> keys(String path) {
        return keys(get(path).get("problems"), problem -> true);
    }

    private static Set<String> keys(JsonNode problems, Predicate<JsonNode> wanted) {
        var keys = new HashSet<String>();
        problems.forEach(problem -> {
            if (wanted.test(problem)) {
                keys.add(problem.get("key").asText());
            }
        });
        return keys;
    }

    private static JsonNode get(String path) {
        var response = calls.get("/api/v1" + path, WITH_TOKEN);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Calls.json(response);
    }
}
