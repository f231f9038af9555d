package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Neo4j Browser itself over the demo's graph: what a person sees who follows the address that the demo prints. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class NeoBrowserTests {

    private static final Screen SCREEN = new Screen(1500, 950, false);

    /** About two hundred nodes of four kinds. */
    private static final String RESULTS = "MATCH made = (problem:Problem)-[:GENERATED_FROM]->(:Combination)"
            + "-[:COMBINES]->(:KnowledgePoint) OPTIONAL MATCH solved = (:Solution)-[:SOLVES]->(problem)"
            + " RETURN made, solved LIMIT 140";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path data;

    private static NeoDemo demo;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demo = NeoDemo.start(data, 120);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void theGuideOpensByItselfAndItsFirstQueryDrawsStyledNodes() {
        try (var page = connected()) {
            assertThat(page.find("h3").first()).hasText("1. What you look at");
            assertThat(page.find("article").first()).containsText("node.KnowledgePoint");
            page.view("neo4j-start");

            Locator drawn = page.run(0);
            assertThat(drawn.locator("svg g.node text").first()).hasText(Pattern.compile("\\w{3,}.*"));
            assertThat(drawn.locator("svg g.node").count()).isBetween(8, 50);
            assertThat(NeoPage.fills(drawn)).containsExactly("#7CC6E8");
            assertThat(drawn.locator("svg g.relationship").count()).isGreaterThanOrEqualTo(25);
            page.whole(drawn, "neo4j-kprg");
        }
    }

    @Test
    void implicitPairsAreDrawnLighterThanEdges() {
        try (var page = connected()) {
            page.slide(4, "4. Implicit pairs");
            page.closeFrames();

            Locator drawn = page.run(0);

            assertThat(drawn.locator("svg g.node")).hasCount(8);
            assertThat(NeoPage.colours(drawn.locator("svg g.relationship path.b-outline")))
                    .contains("#EBCDB6", "#9DB4C4");
            page.atRest(drawn);
            page.view("neo4j-guide");
        }
    }

    @Test
    void communitiesHaveColoursOfTheirOwn() {
        try (var page = connected()) {
            page.slide(6, "6. Communities");
            page.run(0);

            Locator drawn = page.run(1);

            assertThat(drawn.locator("svg g.node").first()).isVisible();
            assertThat(NeoPage.fills(drawn)).hasSizeGreaterThanOrEqualTo(4).doesNotContain("#B7BEC9");
            page.whole(drawn, "neo4j-communities");
        }
    }

    @Test
    void aProblemIsFollowedBackToItsSeeds() {
        try (var page = connected()) {
            page.slide(10, "10. One problem, back to its seeds");

            Locator drawn = page.run(0);

            assertThat(drawn.locator("svg g.node").first()).isVisible();
            assertThat(NeoPage.fills(drawn)).contains("#F5A97F", "#8FD19E", "#C9B6E4", "#7CC6E8", "#F6D98B");
            page.whole(drawn, "neo4j-trace");
        }
    }

    @Test
    void twoHundredNodesHaveCaptionsThatReadAndKindsThatDiffer() {
        for (var screen : List.of(new Screen(1280, 800, false), new Screen(1600, 1000, false))) {
            try (var page = NeoPage.open(CHROMIUM, demo.places(), screen, "")) {
                Locator drawn = page.type(RESULTS);
                page.whole(drawn, "neo4j-200-" + screen.width());

                assertThat(drawn.locator("svg g.node").count()).isBetween(180, 220);
                assertThat(NeoPage.fills(drawn)).containsExactly("#7CC6E8", "#8FD19E", "#C9B6E4", "#F5A97F");
                assertThat(drawn.locator("svg g.node").allTextContents()).allMatch(caption -> !caption.isBlank());
                assertThat(captionPixels(drawn))
                        .as("height of a knowledge point's caption on " + screen)
                        .isGreaterThan(screen.width() / 400.0);
            }
        }
    }

    /** Font size times zoom of a knowledge point's caption. */
    private static double captionPixels(Locator drawn) {
        return ((Number)
                        drawn.evaluate(
                                """
                        frame => {
                          const node = [...frame.querySelectorAll('svg g.node')]
                            .find(one => one.querySelector('circle.b-outline').getAttribute('fill') === '#7CC6E8');
                          const circle = node.querySelector('circle.b-outline');
                          const zoom = circle.getBoundingClientRect().width / 2 / Number(circle.getAttribute('r'));
                          return parseFloat(node.querySelector('text').getAttribute('font-size')) * zoom;
                        }"""))
                .doubleValue();
    }

    @Test
    void theGuideCanBePlayedAndHasAPageForItsSelections() {
        try (var page = connected("&cmd=play&arg=" + demo.uri() + "/guide/start")) {
            // Its frame may come before or after the one that says who is connected.
            assertThat(page.find("article h3:text-is('1. What you look at')").first())
                    .isVisible();
        }
        try (var page = connected()) {
            page.slide(8, "8. Choosing");
            page.page().getByText("all named selections").click();
            assertThat(page.find("h3").first()).hasText("Named selections");
            page.next();
            assertThat(page.find("h3").first()).hasText("strongest-novel-pairs");
            page.run(0);
            assertThat(page.find("pre.curl")).containsText("curl " + demo.uri() + "/api/v1/runs --json");
        }
    }

    @Test
    void asAPageOfItsOwnItHasCopyButtonsAndAsksNoOtherMachine() {
        try (var page = CHROMIUM.open(demo.uri().resolve("/guide/start#launching"))) {
            assertThat(page.find("pre.curl + button")).hasCount(2);
            assertThat(page.find("#launching")).isInViewport();
            assertThat(page.foreignRequests()).isEmpty();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    private static NeoPage connected() {
        return connected("");
    }

    private static NeoPage connected(String query) {
        return NeoPage.open(CHROMIUM, demo.places(), SCREEN, query);
    }
}
