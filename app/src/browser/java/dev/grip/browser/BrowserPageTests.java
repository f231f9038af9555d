package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The browser sees what a page does that it should not. */
@SuppressWarnings("NullAway.Init")
class BrowserPageTests {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String PAGE =
            """
            <!doctype html><title>A page</title><h1>Seen</h1><p id="scheme"></p>
            <img src="https://example.invalid/one.png" alt=""><img src="data:," alt="">
            <script>
              scheme.textContent = matchMedia('(prefers-color-scheme: dark)').matches + ' ' + innerWidth;
              new WebSocket('wss://example.invalid/two');
              console.error('it broke');
              setTimeout(() => { throw new Error('it threw'); });
            </script>
            """;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void requestsToOtherMachinesAndErrorsAreNoted() {
        try (var page = CHROMIUM.open(address())) {
            assertThat(page.find("h1")).hasText("Seen");
            page.page().waitForCondition(() -> page.consoleErrors().toString().contains("it threw"));

            assertThat(page.foreignRequests())
                    .contains("https://example.invalid/one.png", "wss://example.invalid/two")
                    .noneMatch(request -> request.contains("localhost") || request.startsWith("data:"));
            assertThat(page.consoleErrors()).anyMatch(error -> error.contains("it broke"));
        }
    }

    @Test
    void thePageIsSeenOnTheScreenAsked() {
        try (var page = CHROMIUM.open(address(), new Screen(360, 780, true))) {
            assertThat(page.find("#scheme")).hasText("true 360");
            assertThat(page.screenshot("base")).isNotEmptyFile();
        }
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }
}
