package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Who may use the API of a server with a token, and an origin it allows. */
@SuppressWarnings("NullAway.Init")
class AccessTests {

    private static final String TOKEN = "correct-horse-battery";
    private static final String ALLOWED = "https://grip.example.org";

    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() {
        var access = new Access(TOKEN, List.of(ALLOWED), 1);
        var site = new Site(true, true, URI.create("http://localhost:7474/browser/"), Path.of("grip-data"), access);
        server = Server.start("127.0.0.1", 0, site);
        calls = new Calls(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> operations() {
        Map<String, Map<String, Map<String, Object>>> description = new Yaml().load(new ApiDescription().text());
        return description.getOrDefault("paths", Map.of()).entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream().map(method -> Arguments.of(method, path.getKey())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyCallOfTheApiNeedsTheToken(String method, String path) {
        var response = calls.send(method, path.replaceAll("\\{\\w+}", "x"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"GRIP\"");
        assertThat(response.body()).contains("api.token").doesNotContain(TOKEN);
    }

    /** What would go on fails with 500, because nothing serves runs here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%76%31/runs",
                "/%61pi/v1/runs",
                "/api/./v1/runs",
                "/api/v1/runs/",
                "/API/v1/runs",
                "/api;a=b/v1/runs"
            })
    void noOtherWayToWriteThePathLeadsPastTheToken(String path) {
        assertThat(calls.get(path).statusCode()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                TOKEN,
                "Basic " + TOKEN,
                "Bearer " + TOKEN + "x",
                "Bearer x",
                "Bearer Correct-horse-battery"
            })
    void anythingButTheTokenIsRefusedAndNotRepeated(String authorization) {
        var response = calls.get("/api/v1/runs", "Authorization", authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContainIgnoringCase("horse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "Bearer  " + TOKEN + " "})
    void withTheTokenACallGoesOn(String authorization) {
        // Nothing serves runs here, so a call that may go on fails later.
        assertThat(calls.get("/api/v1/runs", "Authorization", authorization).statusCode())
                .isEqualTo(500);
        assertThat(calls.get("/api/v1/nothing", "Authorization", authorization).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageItsFilesAndHealthNeedNoToken() {
        for (var path : List.of("/", "/page/main.js", "/swagger/grip.yml", "/health")) {
            assertThat(calls.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void withoutATokenInTheSettingsNoneIsNeeded() {
        assertThat(Access.OPEN.allows(null)).isTrue();
        assertThat(Access.OPEN.allows("Bearer anything")).isTrue();
    }

    @Test
    void aPageOfAnAllowedOriginMayAskAndReadTheAnswer() {
        var preflight = calls.send(
                "OPTIONS",
                "/api/v1/runs",
                "Origin",
                ALLOWED,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(ALLOWED);
        assertThat(preflight.headers().allValues("Access-Control-Allow-Headers").toString())
                .containsIgnoringCase("authorization");
        var answer = calls.get("/api/v1/nothing", "Origin", ALLOWED, "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ALLOWED);
        assertThat(answer.headers()
                        .firstValue("Access-Control-Allow-Credentials")
                        .orElse("false"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "http://grip.example.org",
                "https://grip.example.org.evil.org",
                "null"
            })
    void aPageOfAnotherOriginIsRefused(String origin) {
        var response = calls.get("/api/v1/runs", "Origin", origin, "Authorization", "Bearer " + TOKEN);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(Calls.json(response).get("detail").asText()).contains(origin, "api.allowed-origins");
    }

    @Test
    void itsTextDoesNotShowTheToken() {
        assertThat(new Access(TOKEN, List.of(), 1).toString()).doesNotContain(TOKEN);
    }
}
