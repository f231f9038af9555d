package dev.grip.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One real Chromium without a window for all test classes of a JVM:
 * {@code @RegisterExtension static final Chromium CHROMIUM = new Chromium();}. It is {@code /usr/bin/chromium} unless
 * {@code -Dgrip.test.chromium} names another; where there is none the tests are skipped, but on CI they fail.
 */
public final class Chromium implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    private static final Path PROGRAM = Path.of(System.getProperty("grip.test.chromium", "/usr/bin/chromium"));

    /** No window, no sandbox for root, and no calls home. */
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private @Nullable Shared shared;

    @Override
    public void beforeAll(ExtensionContext context) {
        requireProgram();
        shared = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    }

    private static void requireProgram() {
        if (Files.isExecutable(PROGRAM)) {
            return;
        }
        String missing =
                "There is no browser at " + PROGRAM + ": install chromium or name one with -Dgrip.test.chromium";
        if (System.getenv("CI") != null) {
            fail(missing);
        }
        assumeTrue(false, missing);
    }

    /** A page of a person who was never here, at this address, on a desktop's screen in light colours. */
    public BrowserPage open(URI address) {
        return open(address, Screen.DESKTOP);
    }

    /** A page of a person who was never here, at this address; wait for what it should show. */
    public BrowserPage open(URI address, Screen screen) {
        Browser browser = Objects.requireNonNull(shared, "register the extension as a static field").browser;
        return BrowserPage.open(browser, address, screen);
    }

    private record Shared(Playwright playwright, Browser browser) implements AutoCloseable {

        static Shared start() {
            PlaywrightAssertions.setDefaultAssertionTimeout((double) BrowserPage.PATIENCE.toMillis());
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS);
            return new Shared(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
