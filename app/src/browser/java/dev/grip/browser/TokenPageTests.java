package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The web page of a server that needs its token. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class TokenPageTests {

    private static final String TOKEN = "a-token-only-for-this-test";

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path data;

    @Test
    void itAsksForTheTokenOnceAndFollowsARunWithIt() throws IOException, InterruptedException {
        try (var demo = Demo.start(NEO4J, data, Map.of("api.token", TOKEN));
                var page = CHROMIUM.open(demo.at("runs"))) {
            page.find("#token").fill("not the right one");
            page.page().keyboard().press("Enter");
            assertThat(page.find("dialog")).containsText("The one given was not right.");
            page.find("#token").fill(TOKEN);
            page.page().keyboard().press("Enter");
            assertThat(page.find("table a")).hasCount(1);

            var run = demo.launch(40, 3);
            page.page().navigate(demo.at("runs/" + run.id()).toString());
            assertThat(page.find(".title [role=status]")).hasText("done");
            assertThat(page.find("dialog")).hasCount(0);
            assertThat(page.page().url()).doesNotContain(TOKEN);
            assertThat(page.page().evaluate("JSON.stringify(localStorage) + document.cookie"))
                    .isEqualTo("{}");
        }
    }
}
