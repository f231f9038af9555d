package dev.grip.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a person does on the web page, in a real browser. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class PageTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** More than is done while a person looks. */
    private static final int MANY = 100_000;

    /** Shows a run of which the test tells what happens to it: {@code tell(event, changes)}. */
    private static final String TOLD =
            """
            id => {
              const real = window.fetch;
              let run;
              const events = () => new Response(new ReadableStream({start: stream => {
                window.tell = (event, changes) => stream.enqueue(new TextEncoder().encode('event: ' + event + '\\ndata: '
                  + JSON.stringify(event === 'status' ? run = {...run, ...changes} : changes) + '\\n\\n'));
              }}));
              window.fetch = async (path, options) => {
                if (path === '/api/v1/runs/' + id + '/events') return events();
                const answer = await real(path, options);
                if (path !== '/api/v1/runs/' + id) return answer;
                run = {...await answer.json(), state: 'RUNNING', owner: 'process 1'};
                return Response.json(run);
              };
              location.hash = '#/runs/' + id;
            }""";

    private static final String PACE =
            """
            tell('progress', {pace: {combinationsPerSecond: 2, acceptedPerHour: 900, secondsLeft: 75, cost: null, currency: 'USD'}})""";

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

    @Test
    void aRunIsLaunchedAndFollowedToItsFirstAcceptedProblem() {
        try (var page = CHROMIUM.open(demo.at("launch"))) {
            assertThat(page.find(".beside table")).containsText("two hops");
            page.page().getByLabel("communities: cliques").check();
            page.page().getByLabel("At most").fill("60");
            page.page().getByLabel("Random seed").fill("5");
            button(page, "Preview").click();
            assertThat(page.find(".beside")).containsText("The first 20; ");
            assertThat(page.find(".beside")).containsText("What it would take and give");
            assertThat(page.find(".beside .figures")).containsText("Accepted rows");
            page.view("launch");
            button(page, "Launch").click();

            assertThat(page.find("h1")).hasText(Pattern.compile("run-[0-9a-f]+"));
            var accepted = page.find("article.problem")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.page().getByText("accepted", new GetByTextOptions().setExact(true))))
                    .first();
            assertThat(accepted).isVisible();
            accepted.locator("summary").click();
            assertThat(accepted.locator("details .katex").first()).isVisible();
            assertThat(page.find("canvas").first()).isVisible();
            page.page().evaluate("scrollTo(0, 0)");
            page.view("run");
            assertThat(page.foreignRequests()).isEmpty();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @Test
    void aRunIsPausedResumedAndCancelled() throws InterruptedException {
        var run = demo.launch(MANY, 11);
        try (var page = CHROMIUM.open(demo.at("runs/" + run.id()))) {
            var state = page.find(".title [role=status]");
            button(page, "Pause").click();
            assertThat(state).hasText("paused");
            assertThat(button(page, "Pause")).hasCount(0);

            button(page, "Resume").click();
            assertThat(state).hasText("running");

            button(page, "Cancel").click();
            assertThat(state).hasText("cancelled");
            assertThat(button(page, "Resume")).isVisible();
            assertThat(button(page, "Cancel")).hasCount(0);
            assertThat(page.consoleErrors()).isEmpty();
        } finally {
            demo.end(run.id());
        }
    }

    /** A last look at the pace may come after the news that the run stands still. */
    @Test
    void howLongARunTakesIsSaidOnlyWhileItIsRunning() {
        try (var page = CHROMIUM.open(demo.at("runs"))) {
            page.page().evaluate(TOLD, demo.run());
            page.page().waitForCondition(() -> (boolean) page.page().evaluate("window.tell !== undefined"));
            var left = page.find(".figures").getByText("Time left");
            for (var state : List.of("PAUSED", "PAUSING", "CANCELLING", "RUNNING without an owner")) {
                page.page().evaluate("tell('status', {state: 'RUNNING', owner: 'process 1'})");
                page.page().evaluate(PACE);
                assertThat(left).isVisible();
                page.page().evaluate("state => tell('status', {state, owner: null})", state.replaceFirst(" .*", ""));
                assertThat(left).hasCount(0);
                if (!state.startsWith("RUNNING")) {
                    page.page().evaluate(PACE);
                    page.page().evaluate("state => tell('status', {state, notice: state + ' for long'})", state);
                    assertThat(page.find("main")).containsText(state + " for long");
                    assertThat(left).hasCount(0);
                }
            }
        }
    }

    @Test
    void problemsAreFilteredByOutcomeKindAndDifficulty() {
        try (var page = CHROMIUM.open(demo.at("problems"))) {
            var cards = page.find("article.problem");
            assertThat(cards.first()).isVisible();
            int all = cards.count();

            page.page().getByLabel("Outcome").selectOption("accepted");
            page.page().waitForURL(Pattern.compile("outcome=accepted"));
            page.page().getByLabel("Kind").selectOption("ONE_HOP");
            page.page().waitForURL(Pattern.compile("kind=ONE_HOP"));

            page.page().waitForCondition(() -> cards.count() < all);
            for (var card : cards.all()) {
                assertThat(card).containsText("accepted");
                assertThat(card).containsText("one hop");
            }
            page.page().getByLabel("Outcome").selectOption("failed");
            assertThat(page.find("main")).containsText("No problem is like that.");
        }
    }

    @Test
    void theStoryOfAProblemHasItsPathPromptsVotesAndSeeds() {
        try (var page = CHROMIUM.open(demo.at("problems?outcome=accepted"))) {
            page.find("article.problem").first().getByText("Whole story").click();

            assertThat(page.find("h1")).hasText(Pattern.compile("Problem [0-9a-f]{8}"));
            assertThat(page.find(".graph canvas").first()).isVisible();
            assertThat(page.find(".votes li")).hasCount(6);
            assertThat(page.find(".votes").first()).containsText("rehearsal/DeepSeek-R1-Distill-Qwen-7B");
            assertThat(page.find(".statement .katex .boxpad").last()).isVisible();
            var prompts = page.find("details.asked");
            assertThat(prompts).hasCount(5);
            assertThat(prompts.last().locator("pre").last()).not().isVisible();
            prompts.last().locator("summary").click();
            assertThat(prompts.last()).containsText("byte for byte");
            assertThat(prompts.last().locator("pre").last())
                    .containsText(Pattern.compile("Problem:\\s[\\s\\S]*Solution:\\s[\\s\\S]*boxed"));
            assertThat(prompts.last()).not().containsText("{{");
            page.find("summary")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^judging/judge-solution v")))
                    .click();
            assertThat(page.find("details[open] pre").last()).containsText("{{solution}}");
            page.find("summary")
                    .filter(new Locator.FilterOptions().setHasText("gsm8k"))
                    .first()
                    .click();
            assertThat(page.find("details[open] .prose").first()).not().isEmpty();
            page.page().evaluate("scrollTo(0, 0)");
            page.view("story-top");
            page.screenshot("story");
            assertThat(page.foreignRequests()).isEmpty();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @Test
    void aKnowledgePointIsFoundBannedAndBroughtBack() {
        try (var page = CHROMIUM.open(demo.at("knowledge"))) {
            page.page().getByLabel("Search").fill("percent");
            assertThat(page.find("main td a").first())
                    .containsText(Pattern.compile("percent", Pattern.CASE_INSENSITIVE));
            var name = page.find("main td a").first().textContent();
            page.page().getByLabel("Ban " + name, exactly()).click();
            page.page().getByLabel("Why (kept with the change)").fill("too vague");
            dialogButton(page, "Ban").click();

            assertThat(page.find("#toast")).containsText(name);
            page.page().getByLabel("Status").selectOption("banned");
            page.page().getByLabel("Bring back " + name, exactly()).click();
            dialogButton(page, "Bring back").click();
            page.page().getByLabel("Status").selectOption("active");
            assertThat(page.page().getByLabel("Ban " + name, exactly())).isVisible();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @Test
    void onlyTheKeyboardIsNeededToLaunch() {
        try (var page = CHROMIUM.open(demo.at("launch"))) {
            assertThat(page.find("#limit")).isVisible();
            page.page().keyboard().press("Tab");
            assertThat(page.find(".skip")).isFocused();
            page.page().keyboard().press("Enter");
            assertThat(page.find("main")).isFocused();
            page.find("#limit").focus();
            page.page().keyboard().press("Control+a");
            page.page().keyboard().type("3");
            page.page().keyboard().press("Enter");
            assertThat(page.find("h1")).hasText(Pattern.compile("run-[0-9a-f]+"));
            assertThat(page.find("main")).isFocused();
        }
    }

    @Test
    void itSaysThatModelsAreSimulated() {
        try (var page = CHROMIUM.open(demo.at(""))) {
            assertThat(page.find(".rehearsal")).containsText("simulated models");
            assertThat(page.find("main table")).containsText("rehearsal/Qwen2.5-32B-Instruct");
            assertThat(page.find("main")).containsText("Seeds");
            assertThat(page.find("article.problem").first()).isVisible();
            page.view("overview");
            assertThat(page.foreignRequests()).isEmpty();
        }
    }

    @Test
    void linksIntoNeo4jBrowserHaveTheQueryReady() {
        try (var page = CHROMIUM.open(demo.at("runs"))) {
            var link = page.page()
                    .evaluate(
                            """
                            async () => {
                              document.body.dataset.browser = 'http://localhost:7474/browser/';
                              const {inBrowser, literal} = await import('/page/browser.js?another');
                              return inBrowser('MATCH (n {name: ' + literal("it's") + '}) RETURN n').href;
                            }""");

            assertThat(link)
                    .isEqualTo("http://localhost:7474/browser/?cmd=edit&arg="
                            + "MATCH%20(n%20%7Bname%3A%20%27it%5C%27s%27%7D)%20RETURN%20n");
        }
    }

    @Test
    void moneyStaysMoneyAndMathematicsIsTypeset() {
        try (var page = CHROMIUM.open(demo.at("runs"))) {
            var typeset = page.page()
                    .evaluate(
                            """
                            async () => {
                              const {typeset} = await import('/page/math.js');
                              const texts = ['from $5 to $10 and $3', 'let $x^2$ be', '\\\\(a\\\\) and \\\\[b\\\\]', 'so \\\\boxed{\\\\frac{1}{2}}.',
                                '<img src=x onerror=alert(1)> $\\\\href{javascript:alert(1)}{x}$'];
                              return texts.map(text => typeset(text)).map(one => one.querySelectorAll('.formula').length
                                + ' ' + one.querySelectorAll('img, a').length).join(', ');
                            }""");

            assertThat(typeset).isEqualTo("0 0, 1 0, 2 0, 1 0, 1 0");
        }
    }

    @Test
    void swaggerUiAsksNothingOfOtherHosts() {
        try (var page = CHROMIUM.open(demo.uri().resolve("/swagger-ui/"))) {
            assertThat(page.find(".opblock").first()).isVisible();
            assertThat(page.find("body")).containsText("/api/v1/problems/{key}");
            assertThat(page.foreignRequests()).isEmpty();
        }
    }

    private static Locator button(BrowserPage page, String name) {
        return page.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator dialogButton(BrowserPage page, String name) {
        return page.find("dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static GetByLabelOptions exactly() {
        return new GetByLabelOptions().setExact(true);
    }
}
