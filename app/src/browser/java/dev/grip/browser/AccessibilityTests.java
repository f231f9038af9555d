package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view can be read and used by everyone: labels, contrast in light and dark, and on a phone. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class AccessibilityTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path data;

    private static Demo demo;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demo = Demo.start(NEO4J, data, Map.of());
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    /** Views, and what each shows when it has got what it asked for. */
    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of("overview", "", "article.problem"),
                Arguments.of("launch", "launch", ".beside table"),
                Arguments.of("runs", "runs", "table a"),
                Arguments.of("run", "runs/RUN", "article.problem"),
                Arguments.of("problems", "problems", "article.problem"),
                Arguments.of("story", "problems/PROBLEM", ".votes"),
                Arguments.of("knowledge", "knowledge", "table a"),
                Arguments.of("point", "knowledge/POINT", "table"),
                Arguments.of("models", "models", "table .badge"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasLabelsAndContrastInLightAndDark(String name, String view, String shown) {
        for (var screen : List.of(Screen.DESKTOP, Screen.DARK_DESKTOP)) {
            try (var page = open(view, screen)) {
                assertThat(page.find(shown).first()).isVisible();
                page.screenshot("view-" + name + (screen.dark() ? "-dark" : ""));
                var found = new AxeBuilder(page.page()).analyze().getViolations();
                assertThat(found.stream().map(AccessibilityTests::told))
                        .as(name + " on " + screen)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void fitsAPhoneWithoutScrollingSideways(String name, String view, String shown) {
        try (var page = open(view, Screen.PHONE)) {
            assertThat(page.find(shown).first()).isVisible();
            page.screenshot("phone-" + name);

            assertThat(page.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(Screen.PHONE.width());
        }
    }

    private static BrowserPage open(String view, Screen screen) {
        return CHROMIUM.open(
                demo.at(view.replace("RUN", demo.run())
                        .replace("PROBLEM", demo.accepted())
                        .replace("POINT", demo.point())),
                screen);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
