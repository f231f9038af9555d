package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Progress;
import dev.grip.pipeline.Settings;
import dev.grip.pipeline.TestGrip;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.web.Place;
import dev.grip.web.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final double PATIENCE = 60_000;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private static Path data;

    private static Grip grip;
    private static Server server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var place = Place.choose("127.0.0.1", 0);
        grip = Grip.open(settings(), place.guide());
        server = Server.start(grip, place);
        TestGrip.importDemoSeeds(grip);
        grip.extract(Progress.NONE);
        grip.buildGraph();
        grip.await(
                grip.launch(RunRequest.of(CombinationSpec.of(List.of(Kind.values()), 120, 1L)))
                        .id(),
                Progress.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
        grip.close();
    }

    private static Settings settings() {
        return Settings.load(
                null,
                Map.of(
                        "data", data.toString(),
                        "neo4j.home", Neo4jExtension.home().toAbsolutePath().toString(),
                        "neo4j.bolt-port", "0",
                        "neo4j.http-port", "0",
                        "neo4j.start-seconds", "600"));
    }

    @Test
    void theGuideOpensByItselfAndItsFirstQueryDrawsStyledNodes() {
        try (var page = connected()) {
            assertThat(page.find("h3").first()).hasText("1. What you look at");
            assertThat(page.find("article").first()).containsText("node.KnowledgePoint");
            page.view("neo4j-start");

            Locator drawn = run(page, 0);
            assertThat(drawn.locator("svg g.node text").first()).hasText(Pattern.compile("\\w{3,}.*"));
            assertThat(drawn.locator("svg g.node").count()).isBetween(8, 50);
            assertThat(fills(drawn)).containsExactly("#7CC6E8");
            assertThat(drawn.locator("svg g.relationship").count()).isGreaterThanOrEqualTo(25);
            whole(page, drawn, "neo4j-kprg");
        }
    }

    @Test
    void implicitPairsAreDrawnLighterThanEdges() {
        try (var page = connected()) {
            slide(page, 4, "4. Implicit pairs");
            closeFrames(page);

            Locator drawn = run(page, 0);

            assertThat(drawn.locator("svg g.node")).hasCount(8);
            assertThat(colours(drawn.locator("svg g.relationship path.b-outline")))
                    .contains("#EBCDB6", "#9DB4C4");
            atRest(page, drawn);
            page.view("neo4j-guide");
        }
    }

    @Test
    void communitiesHaveColoursOfTheirOwn() {
        try (var page = connected()) {
            slide(page, 6, "6. Communities");
            run(page, 0);

            Locator drawn = run(page, 1);

            assertThat(drawn.locator("svg g.node").first()).isVisible();
            assertThat(fills(drawn)).hasSizeGreaterThanOrEqualTo(4).doesNotContain("#B7BEC9");
            whole(page, drawn, "neo4j-communities");
        }
    }

    @Test
    void aProblemIsFollowedBackToItsSeeds() {
        try (var page = connected()) {
            slide(page, 10, "10. One problem, back to its seeds");

            Locator drawn = run(page, 0);

            assertThat(drawn.locator("svg g.node").first()).isVisible();
            assertThat(fills(drawn)).contains("#F5A97F", "#8FD19E", "#C9B6E4", "#7CC6E8", "#F6D98B");
            whole(page, drawn, "neo4j-trace");
        }
    }

    @Test
    void theGuideCanBePlayedAndHasAPageForItsSelections() {
        try (var page = connected("&cmd=play&arg=" + server.uri() + "/guide/start")) {
            assertThat(page.find("article h3").first()).hasText("1. What you look at");
        }
        try (var page = connected()) {
            slide(page, 8, "8. Choosing");
            page.page().getByText("all named selections").click();
            assertThat(page.find("h3").first()).hasText("Named selections");
            page.page().getByText("Next", exactly()).click();
            assertThat(page.find("h3").first()).hasText("strongest-novel-pairs");
            run(page, 0);
            assertThat(page.find("pre.curl")).containsText("curl " + server.uri() + "/api/v1/runs --json");
        }
    }

    @Test
    void asAPageOfItsOwnItHasCopyButtonsAndAsksNoOtherMachine() {
        try (var page = CHROMIUM.open(server.uri().resolve("/guide/start#launching"))) {
            assertThat(page.find("pre.curl + button")).hasCount(2);
            assertThat(page.find("#launching")).isInViewport();
            assertThat(page.foreignRequests()).isEmpty();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    private static BrowserPage connected() {
        return connected("");
    }

    /** Logged in, with the guide opened by what the server tells its Browser to do. */
    private static BrowserPage connected(String query) {
        var places = grip.places();
        var address = URI.create(places.browser() + "?dbms=neo4j://" + places.username() + "@localhost:"
                + places.bolt().getPort() + "&db=neo4j" + query);
        var page = CHROMIUM.open(address, SCREEN);
        page.page().setDefaultTimeout(PATIENCE);
        page.page().getByTestId("username").first().fill(places.username());
        page.page().getByTestId("password").first().fill(Objects.requireNonNull(places.password()));
        page.page().getByTestId("connect").first().click();
        assertThat(page.find("pre.runnable i").first()).isVisible();
        return page;
    }

    private static void slide(BrowserPage page, int number, String title) {
        for (int i = 1; i < number; i++) {
            page.page().getByText("Next", exactly()).click();
        }
        assertThat(page.find("h3").first()).hasText(title);
    }

    private static GetByTextOptions exactly() {
        return new GetByTextOptions().setExact(true);
    }

    private static void closeFrames(BrowserPage page) {
        Locator frames = page.find("article");
        for (int open = frames.count(); open > 0; open--) {
            frames.first().getByTitle("Close").click();
            assertThat(frames).hasCount(open - 1);
        }
    }

    /** Clicks the triangle of a slide's query and returns the frame that shows its result. */
    private static Locator run(BrowserPage page, int query) {
        Locator box = page.find("pre.runnable").nth(query);
        String start = box.innerText().strip().lines().findFirst().orElseThrow().substring(0, 20);
        box.locator("i").click();
        Locator frame = page.find("article").first();
        assertThat(frame.getByTestId("frameCommand")).containsText(start);
        assertThat(frame.locator("svg g.node, table tbody tr, [data-testid=viewJson]")
                        .first())
                .isVisible();
        return frame;
    }

    private static void whole(BrowserPage page, Locator frame, String name) {
        frame.getByTitle("Fullscreen").click();
        atRest(page, frame);
        page.view(name);
    }

    /** Nothing covers the drawing's edge, it has come to rest, and it is as large as there is room. */
    private static void atRest(BrowserPage page, Locator frame) {
        frame.getByTitle("Collapse the node properties display").click();
        frame.getByLabel("zoom-to-fit").click();
        page.page()
                .waitForFunction(
                        """
                        () => {
                          const now = [...document.querySelectorAll('article svg g.node')].map(n => n.getAttribute('transform')).join();
                          const rest = window.gripLast === now && window.gripSince && performance.now() - window.gripSince > 1500;
                          if (window.gripLast !== now) { window.gripLast = now; window.gripSince = performance.now(); }
                          return rest;
                        }""");
        frame.getByLabel("zoom-to-fit").click();
    }

    private static List<String> fills(Locator frame) {
        return colours(frame.locator("svg g.node circle.b-outline"));
    }

    private static List<String> colours(Locator shapes) {
        return new HashSet<>(shapes.all().stream()
                        .map(shape -> String.valueOf(shape.getAttribute("fill")))
                        .toList())
                .stream().sorted().toList();
    }
}
