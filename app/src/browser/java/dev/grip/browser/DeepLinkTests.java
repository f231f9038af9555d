package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.grip.analysis.MadeProblem;
import dev.grip.analysis.ProblemFilter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Links from the page into Neo4j Browser and from there to the guide as a page, followed; and addresses of single things, opened. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class DeepLinkTests {

    private static final Screen SCREEN = new Screen(1500, 950, false);
    private static final String KNOWLEDGE_POINT = "#7CC6E8";
    private static final String PROBLEM = "#F5A97F";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path data;

    private static NeoDemo demo;
    private static MadeProblem problem;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demo = NeoDemo.start(data, 12);
        var accepted = new ProblemFilter(null, null, true, null, null);
        problem = demo.grip().results().problems(accepted, null, 1).problems().get(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void aProblemAndThenAKnowledgePointAreSeenInBrowserWithTheirQueryReady() {
        var point = problem.knowledgePoints().get(0);
        try (var page = CHROMIUM.open(demo.at("problems/" + problem.key()), SCREEN)) {
            var browser = follow(page, "Open in Neo4j Browser");
            NeoPage.logIn(browser, demo.places());
            runWhatIsReady(browser, problem.key());
            assertThat(drawn(browser, PROBLEM)).hasCount(1);
            assertThat(drawn(browser, KNOWLEDGE_POINT))
                    .hasCount(problem.knowledgePoints().size());

            page.page().navigate(demo.at("knowledge/" + point.id()).toString());
            browser = follow(page, "Open in Neo4j Browser");
            runWhatIsReady(browser, point.id());
            assertThat(browser.locator("article svg g.node")
                            .filter(new Locator.FilterOptions().setHasText(firstWord(point.name())))
                            .first())
                    .isVisible();
        }
    }

    @Test
    void theProblemsOfARunAreSeenInBrowser() {
        try (var page = CHROMIUM.open(demo.at("runs/" + problem.run()), SCREEN)) {
            var browser = follow(page, "Open its problems in Neo4j Browser");
            NeoPage.logIn(browser, demo.places());
            runWhatIsReady(browser, problem.run());
            assertThat(drawn(browser, PROBLEM)).hasCount(12);
        }
    }

    @Test
    void theGuideInBrowserLeadsToItsPageWithCopyButtons() {
        try (var neo = NeoPage.open(CHROMIUM, demo.places(), SCREEN, "")) {
            neo.slide(9, "9. Launching");
            var guide = neo.page().context().waitForPage(() -> neo.page()
                    .getByText("this guide as a page of its own")
                    .click());

            assertThat(guide.locator("#launching")).isInViewport();
            assertThat(guide.locator("#launching ~ pre.curl + button")).hasCount(2);
        }
    }

    @Test
    void anAddressOfARunAProblemOrAKnowledgePointShowsJustThat() {
        var point = problem.knowledgePoints().get(0);
        try (var page = CHROMIUM.open(demo.at("runs/" + problem.run()))) {
            assertThat(page.find("h1")).hasText(problem.run());
            assertThat(page.find(".title [role=status]")).hasText("done");
        }
        try (var page = CHROMIUM.open(demo.at("problems/" + problem.key()))) {
            assertThat(page.find("h1")).hasText("Problem " + problem.key().substring(0, 8));
            assertThat(page.find("main")).containsText(point.name());
            page.find("a[href='#/runs/" + problem.run() + "']").click();
            assertThat(page.find("h1")).hasText(problem.run());
            page.page().goBack();
            assertThat(page.find("h1")).hasText("Problem " + problem.key().substring(0, 8));
        }
        try (var page = CHROMIUM.open(demo.at("knowledge/" + point.id()))) {
            assertThat(page.find("h1")).hasText(point.name());
        }
        try (var page = CHROMIUM.open(demo.at("problems/nothing"))) {
            assertThat(page.find("main")).containsText("nothing");
            assertThat(page.consoleErrors()).allMatch(error -> error.contains("404"));
        }
    }

    /** What a click on a link of the page opens. */
    private static Page follow(BrowserPage page, String link) {
        return page.page()
                .context()
                .waitForPage(() -> page.page().getByText(link).click());
    }

    /** Runs the query that Browser has in its editor, which must name this. */
    private static void runWhatIsReady(Page browser, String name) {
        NeoPage.awaitGuide(browser);
        var editor = NeoPage.editor(browser);
        assertThat(editor).containsText(name);
        editor.click();
        browser.keyboard().press("Control+Enter");
        assertThat(browser.locator("article").first().getByTestId("frameCommand"))
                .containsText("MATCH");
        assertThat(browser.locator("article").first().locator("svg g.node").first())
                .isVisible();
    }

    /** Captions are broken into lines. */
    private static String firstWord(String name) {
        return name.replaceFirst(" .*", "");
    }

    private static Locator drawn(Page browser, String colour) {
        return browser.locator("article").first().locator("svg g.node circle.b-outline[fill='" + colour + "']");
    }
}
