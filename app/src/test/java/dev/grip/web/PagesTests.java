package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class PagesTests {

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

    @Test
    void theFirstPageLinksEverythingAndSaysRehearsal() {
        var page = calls.get("/").body();

        assertThat(page)
                .contains("href=\"/swagger-ui\"")
                .contains("href=\"http://localhost:7474/browser/\"")
                .contains("data-browser=\"http://localhost:7474/browser/\"")
                .contains("href=\"/health\"")
                .contains("Rehearsal data: simulated models")
                .contains("<aside class=\"rehearsal\" aria-label=\"Rehearsal\" >")
                .doesNotContain("{{");
    }

    @Test
    void everyFileOfThePageIsServedHere() {
        var page = calls.get("/").body();
        var files =
                Pattern.compile("(?:src|href)=\"(/(?:page|webjars)/[^\"]+)\"").matcher(page);

        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//(?!localhost:7474)");
        assertThat(files.results().map(match -> match.group(1)))
                .hasSizeGreaterThan(6)
                .allSatisfy(file ->
                        assertThat(calls.get(file).statusCode()).as(file).isEqualTo(200));
    }

    @Test
    void thePageRunsNoScriptThatIsWrittenIntoIt() {
        var policy =
                calls.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("default-src 'self'").doesNotContain("script-src", "unsafe-eval", "http:", "*");
        assertThat(calls.get("/page/main.js").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("javascript"));
    }

    @Test
    void withRealModelsAndAnOwnServerThePageHidesWhatDoesNotHold() {
        var page = new IndexController(new Site(false, true, null, Path.of("grip-data")))
                .index()
                .body();

        assertThat(page)
                .contains("<aside class=\"rehearsal\" aria-label=\"Rehearsal\" hidden>")
                .contains("<span hidden><a href=\"\">Neo4j Browser");
    }

    @Test
    void thePageReadsOfModelsOnlyWhatTheApiSays() throws IOException {
        var script = calls.get("/page/servers.js").body();
        var example = new ObjectMapper().readTree(ModelStatus.EXAMPLE);

        var parts = Map.of(
                "role",
                "/roles/0",
                "server",
                "/roles/0/servers/0",
                "load",
                "/roles/0/servers/0/load",
                "call",
                "/calls/0");
        parts.forEach((name, path) -> assertThat(Pattern.compile("\\b" + name + "\\.(\\w+)")
                        .matcher(script)
                        .results()
                        .map(read -> read.group(1)))
                .isNotEmpty()
                .allSatisfy(field ->
                        assertThat(example.at(path).has(field)).as(field).isTrue()));
    }

    @Test
    void swaggerUiComesFromThisServerOnly() {
        var page = calls.get("/swagger-ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContainPattern("[\"']https?://");
        var loaded = Pattern.compile("contextPath \\+ [\"']([^\"']+)[\"']").matcher(page.body());
        assertThat(loaded.results().map(match -> match.group(1)))
                .contains("/swagger-ui/res/swagger-ui-bundle.js", "/swagger/grip.yml")
                .allSatisfy(path ->
                        assertThat(calls.get(path).statusCode()).as(path).isEqualTo(200));
    }

    @Test
    void theSwaggerUiAddressWithoutASlashWorks() {
        var response = calls.get("/swagger-ui");

        assertThat(response.statusCode()).isIn(200, 301, 302, 303, 307, 308);
    }

    @Test
    void theApiIsDescribed() {
        var description = calls.get("/swagger/grip.yml");

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body())
                .contains("title: GRIP")
                .contains("/api/v1/seeds:")
                .contains("/api/v1/extractions/{id}:")
                .contains("/api/v1/graph/census:")
                .contains("/api/v1/combinations/preview:")
                .contains("/api/v1/runs/{id}/events:")
                .contains("/api/v1/runs/{id}/cancel:")
                .contains("/api/v1/exports:")
                .contains("/api/v1/models:")
                .contains("/api/v1/problems/{key}:")
                .contains("/api/v1/traces/{id}:")
                .contains("by Cypher");
    }

    @Test
    void healthAndMetricsAreServed() {
        assertThat(calls.get("/health").body()).contains("\"status\":\"UP\"");
        assertThat(calls.get("/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(calls.get("/env").statusCode()).isEqualTo(404);
        assertThat(calls.get("/beans").statusCode()).isEqualTo(404);
    }
}
