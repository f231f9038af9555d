package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers are told before anything of the program is touched: the server here has none. */
@SuppressWarnings("NullAway.Init")
class BadRequestTests {

    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() {
        var site = new Site(true, true, URI.create("http://localhost:7474/browser/"), Path.of("grip-data"));
        server = Server.start("127.0.0.1", 0, site);
        calls = new Calls(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        {"kindz": ["TWO_HOP"]}            | Unknown field 'kindz'; known are communitySizes, core, cypher, kinds, limit, maxCost, maxDegree, maxTime, minImplicitWeight, minWeight, mix, novelty, parameters, repeat, seed, selection, steer, targetRows
        {"kinds": ["FOUR_HOP"]}           | kinds[0] is 'FOUR_HOP'; it must be one of ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY
        {"kinds": "TWO_HOP"}              | kinds must be a list
        {"kinds": [1]}                    | kinds[0] is '1'; it must be one of ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY
        {"kinds": ["TWO_HOP"], "limit": "ten"} | limit must be a whole number
        {"kinds": ["TWO_HOP"], "limit": 1.5}   | limit is '1.5'; it must be a whole number
        [1, 2]                            | The body must be an object
    """)
    void aRunBodyThatCannotBeReadIsRefusedWithTheFieldAndWhatWorks(String body, String detail) {
        var response = calls.postJson("/api/v1/runs", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Calls.json(response);
        assertThat(problem.get("detail").asText()).isEqualTo(detail);
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("title").asText()).isEqualTo("Bad Request");
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("instance").asText()).isEqualTo("/api/v1/runs");
    }

    @Test
    void aBodyThatIsNotJsonIsRefusedWithItsPlace() {
        var response = calls.postJson("/api/v1/runs", "{\"kinds\": [TWO_HOP]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Calls.json(response).get("detail").asText())
                .contains("not JSON")
                .contains("line 1, column");
    }

    @Test
    void anEmptyBodyIsRefused() {
        var response = calls.postJson("/api/v1/runs", "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Calls.json(response).get("detail").asText()).contains("body");
    }

    @Test
    void anUnknownPathIsNotFound() {
        var response = calls.get("/api/v1/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Calls.json(response).get("detail").asText())
                .isEqualTo("Nothing is served at /api/v1/nothing; /swagger-ui lists what is");
    }

    @Test
    void anotherMediaTypeIsRefusedWithTheOnesThatWork() {
        var response = calls.post("/api/v1/seeds", "application/x-www-form-urlencoded", "{}");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Calls.json(response).get("detail").asText())
                .contains("application/x-www-form-urlencoded")
                .contains("application/x-ndjson")
                .contains("multipart/form-data");
    }

    @Test
    void anotherMethodIsRefused() {
        var response = calls.post("/api/v1/funnel", "application/json", "{}");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        /api/v1/seeds?limit=many             | limit is 'many'; it must be a whole number
        /api/v1/graph/census?kinds=FOUR_HOP  | kinds is 'FOUR_HOP'; it must be one of ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY
    """)
    void aQueryValueThatDoesNotFitIsRefusedByName(String path, String words) {
        var response = calls.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Calls.json(response).get("detail").asText()).contains(words);
    }

    @Test
    void aFailureOfTheServerShowsNothingOfItsInside() {
        var response = calls.get("/api/v1/funnel");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .doesNotContain("dev.grip")
                .doesNotContain("Exception")
                .contains("grip.log");
    }

    @Test
    void pagesOfOtherSitesAreKeptOut() {
        var response = calls.get("/api/v1/funnel", "Origin", "https://example.org");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Calls.json(response).get("detail").asText()).contains("https://example.org");
    }

    @Test
    void everyResponseSaysThatModelsAreSimulated() {
        assertThat(calls.get("/").headers().firstValue("X-Grip-Rehearsal")).hasValue("true");
        assertThat(calls.get("/nothing").headers().firstValue("X-Grip-Rehearsal"))
                .hasValue("true");
        assertThat(calls.postJson("/api/v1/runs", "[").headers().firstValue("X-Grip-Rehearsal"))
                .hasValue("true");
        assertThat(calls.get("/swagger-ui/index.html").headers().firstValue("X-Grip-Rehearsal"))
                .hasValue("true");
    }
}
