package dev.grip.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One page in a fresh profile of the browser, and what it did: requests to other machines, which are refused, and errors in its
 * console. Belongs to the thread that opened it.
 */
public final class BrowserPage implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A machine that does other things too is slow, and a test waits only for what will come. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BrowserContext context;
    private final Page page;
    private final List<String> foreignRequests = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();

    private BrowserPage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
    }

    static BrowserPage open(Browser browser, URI address, Screen screen) {
        var opened = new BrowserPage(browser.newContext(screen.options()));
        opened.page.setDefaultTimeout((double) PATIENCE.toMillis());
        opened.watch();
        opened.page.navigate(address.toString());
        return opened;
    }

    private void watch() {
        context.route(address -> foreign(address), Route::abort);
        context.onRequest(request -> noteForeign(request.url()));
        page.onWebSocket(socket -> noteForeign(socket.url()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> consoleErrors.add(error.error()));
    }

    private void noteForeign(String address) {
        if (foreign(address)) {
            foreignRequests.add(address);
        }
    }

    /** Addresses without a host, such as data:, stay inside the browser. */
    private static boolean foreign(String address) {
        var parts = address.split("[/?#]", 4);
        if (parts.length < 3 || !parts[1].isEmpty()) {
            return false;
        }
        var host = parts[2].replaceFirst(":\\d*$", "");
        return !host.isEmpty() && !THIS_MACHINE.contains(host);
    }

    /** Playwright's own page, for everything else. */
    public Page page() {
        return page;
    }

    /** What this CSS selector finds. */
    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** Addresses on other machines that the page asked for, and did not get. */
    public List<String> foreignRequests() {
        return List.copyOf(foreignRequests);
    }

    /** What the page or the browser reported as an error. */
    public List<String> consoleErrors() {
        return List.copyOf(consoleErrors);
    }

    /** Writes all of the page, as high as it is, to {@code target/screenshots/NAME.png}. */
    public Path screenshot(String name) {
        return screenshot(name, true);
    }

    /** Writes what the screen shows to {@code target/screenshots/NAME.png}. */
    public Path view(String name) {
        return screenshot(name, false);
    }

    private Path screenshot(String name, boolean whole) {
        var file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(whole));
        return file;
    }

    @Override
    public void close() {
        context.close();
    }
}
