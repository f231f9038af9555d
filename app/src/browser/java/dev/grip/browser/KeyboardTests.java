package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on a phone's screen with nothing but a keyboard. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class KeyboardTests {

    /** Where the focus is: its place in the document, what it is, whether it can be seen, and how thick the line around it is. */
    private static final String FOCUS =
            """
            () => {
              const on = document.activeElement;
              if (on === document.body || on === document.documentElement) return null;
              const box = on.getBoundingClientRect();
              const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
                && box.top < innerHeight && box.left < innerWidth;
              return {place: [...document.querySelectorAll('*')].indexOf(on), what: on.outerHTML.slice(0, 120), seen,
                line: getComputedStyle(on).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(on).outlineWidth)};
            }""";

    private static final int MANY = 300;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    launch           | .beside table
                    runs/RUN         | article.problem
                    problems/PROBLEM | details.asked
                    knowledge/POINT  | table
                    models           | table .badge
                    """)
    void theFocusGoesThroughAViewInItsOrderAndIsAlwaysSeen(String view, String shown) {
        try (var page = open(view)) {
            assertThat(page.find(shown).first()).isVisible();
            var places = new ArrayList<Integer>();
            for (var focus = next(page); focus != null && places.size() < MANY; focus = next(page)) {
                assertThat(((Number) focus.get("line")).doubleValue())
                        .as("line around " + focus)
                        .isGreaterThanOrEqualTo(2);
                places.add(((Number) focus.get("place")).intValue());
            }
            assertThat(places).hasSizeBetween(10, MANY - 1).isSorted();
        }
    }

    @Test
    void escapeLeavesADialogAndTheFocusIsWhereItWas() {
        try (var page = open("knowledge/POINT")) {
            var ban = page.page()
                    .locator("main button")
                    .filter(new Locator.FilterOptions().setHasText("Ban"))
                    .first();
            ban.focus();
            page.page().keyboard().press("Enter");
            assertThat(page.find("dialog[open]")).isVisible();
            assertThat(page.find("dialog[open] :focus")).hasCount(1);
            page.page().keyboard().press("Escape");

            assertThat(page.find("dialog[open]")).hasCount(0);
            assertThat(ban).isFocused();
        }
    }

    @Test
    void enterUnfoldsAPromptAndFoldsItAgain() {
        try (var page = open("problems/PROBLEM")) {
            var prompt = page.find("details.asked").first();
            prompt.locator("summary").focus();
            page.page().keyboard().press("Enter");
            assertThat(prompt.locator("pre").first()).isVisible();
            page.page().keyboard().press("Tab");
            assertThat(prompt.locator("pre").first()).isFocused();
            page.page().keyboard().press("Shift+Tab");
            page.page().keyboard().press("Enter");
            assertThat(prompt.locator("pre").first()).not().isVisible();
        }
    }

    /** What the next press of Tab leads to; null when it leaves the page. What is scrolled to is seen a little later. */
    private static @Nullable Map<?, ?> next(BrowserPage page) {
        page.page().keyboard().press("Tab");
        if (page.page().evaluate(FOCUS) == null) {
            return null;
        }
        page.page().waitForCondition(() -> Boolean.TRUE.equals(focus(page).get("seen")));
        return focus(page);
    }

    private static Map<?, ?> focus(BrowserPage page) {
        return (Map<?, ?>) Objects.requireNonNull(page.page().evaluate(FOCUS), "nothing has the focus");
    }

    private static BrowserPage open(String view) {
        return CHROMIUM.open(
                demo.at(view.replace("RUN", demo.run())
                        .replace("PROBLEM", demo.accepted())
                        .replace("POINT", demo.point())),
                Screen.PHONE);
    }
}
