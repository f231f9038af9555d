package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import dev.grip.pipeline.Places;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Neo4j Browser with somebody logged in and the guide open, and what a person does there. */
final class NeoPage implements AutoCloseable {

    private static final double PATIENCE = 60_000;

    private static final String AT_REST =
            """
            () => {
              const now = [...document.querySelectorAll('article svg g.node')].map(n => n.getAttribute('transform')).join();
              const rest = window.gripLast === now && window.gripSince && performance.now() - window.gripSince > 1500;
              if (window.gripLast !== now) { window.gripLast = now; window.gripSince = performance.now(); }
              return rest;
            }""";

    private final BrowserPage page;

    private NeoPage(BrowserPage page) {
        this.page = page;
    }

    /** A new person's; {@code query} is the rest of the address, such as {@code &cmd=play&arg=x}. */
    static NeoPage open(Chromium chromium, Places places, Screen screen, String query) {
        var address = URI.create(places.browser() + "?dbms=neo4j://" + places.username() + "@localhost:"
                + places.bolt().getPort() + "&db=neo4j" + query);
        var opened = new NeoPage(chromium.open(address, screen));
        logIn(opened.page(), places);
        return opened;
    }

    /** Fills in the form that a new person meets, and waits for the guide that then opens by itself. */
    static void logIn(Page page, Places places) {
        page.setDefaultTimeout(PATIENCE);
        page.getByTestId("username").first().fill(places.username());
        page.getByTestId("password").first().fill(Objects.requireNonNull(places.password()));
        page.getByTestId("connect").first().click();
        awaitGuide(page);
    }

    /** Somebody is logged in when the guide has opened by itself. */
    static void awaitGuide(Page page) {
        assertThat(page.locator("pre.runnable i").first()).isVisible();
    }

    Page page() {
        return page.page();
    }

    Locator find(String selector) {
        return page.find(selector);
    }

    /** Turns to a slide from the first one. */
    void slide(int number, String title) {
        for (int i = 1; i < number; i++) {
            next();
        }
        assertThat(find("h3").first()).hasText(title);
    }

    void next() {
        page().getByText("Next", new GetByTextOptions().setExact(true)).click();
    }

    void closeFrames() {
        Locator frames = find("article");
        for (int open = frames.count(); open > 0; open--) {
            frames.first().getByTitle("Close").click();
            assertThat(frames).hasCount(open - 1);
        }
    }

    /** Clicks the triangle of a slide's query and returns the frame that shows its result. */
    Locator run(int query) {
        Locator box = find("pre.runnable").nth(query);
        String start = box.innerText().strip().lines().findFirst().orElseThrow().substring(0, 20);
        box.locator("i").click();
        return frame(start);
    }

    /** Types a query where there is none yet and runs it. */
    Locator type(String query) {
        editor(page()).click();
        page().keyboard().insertText(query);
        page().keyboard().press("Control+Enter");
        return frame(query.substring(0, 20));
    }

    static Locator editor(Page page) {
        return page.locator(".monaco-editor").first();
    }

    private Locator frame(String start) {
        Locator frame = find("article").first();
        assertThat(frame.getByTestId("frameCommand")).containsText(start);
        assertThat(frame.locator("svg g.node, table tbody tr, [data-testid=viewJson]")
                        .first())
                .isVisible();
        return frame;
    }

    /** A picture of the drawing on all of the screen. */
    Path whole(Locator frame, String name) {
        frame.getByTitle("Fullscreen").click();
        atRest(frame);
        return view(name);
    }

    Path view(String name) {
        return page.view(name);
    }

    /** Nothing covers the drawing's edge, it has come to rest, and it is as large as there is room. */
    void atRest(Locator frame) {
        frame.getByTitle("Collapse the node properties display").click();
        frame.getByLabel("zoom-to-fit").click();
        page().waitForFunction(AT_REST);
        frame.getByLabel("zoom-to-fit").click();
        page().waitForFunction(AT_REST);
    }

    static List<String> fills(Locator frame) {
        return colours(frame.locator("svg g.node circle.b-outline"));
    }

    static List<String> colours(Locator shapes) {
        return shapes.all().stream()
                .map(shape -> String.valueOf(shape.getAttribute("fill")))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        page.close();
    }
}
