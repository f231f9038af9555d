package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.containers.ComposeCommands;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Commands with simulated models. */
@SuppressWarnings("NullAway.Init")
class CommandsTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private Path work;

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void anUnknownSettingIsOneMessageAndBadUsage() {
        var console = new Console();

        assertThat(console.run("status", "--data", data(), "-D", "neo4j.url=x")).isEqualTo(2);

        assertThat(console.err()).startsWith("grip: ").contains("neo4j.url").doesNotContain("\tat ");
    }

    @Test
    void onlyBadLinesFailTheImportAndSomeGoodOnesDoNot() {
        var bad = new Console(Ansi.OFF, "nonsense\n");
        assertThat(run(bad, "import", "-")).isEqualTo(1);
        assertThat(bad.err()).contains("stdin, line 1: ");
        assertThat(bad.out()).isEqualTo("0 seeds added, 0 already present, 1 line rejected\n");

        var good = new Console(
                Ansi.OFF,
                "{\"id\": \"s1\", \"problem\": \"What is 2 + 3?\", \"solution\": \"2 + 3 = 5\", \"answer\": \"5\"}\nnonsense\n");
        assertThat(run(good, "import", "-", "--quiet")).isZero();
        assertThat(good.err()).startsWith("stdin, line 2: ");
        assertThat(good.out()).isEqualTo("1 seed added, 0 already present, 1 line rejected\n");
    }

    @Test
    void anUnknownRunIsSaid() {
        var console = new Console();

        assertThat(run(console, "status", "none", "--quiet")).isEqualTo(1);

        assertThat(console.err()).isEqualTo("grip: There is no run 'none'; 'grip status' lists them\n");
    }

    @Test
    void theDemoDoesEverythingAndASecondOneAddsNothing() throws IOException {
        var first = new Console();
        assertThat(run(first, "demo", "--exit", "--limit", "8", "--port", "0"))
                .as(first.err())
                .isZero();
        assertThat(first.out())
                .contains("rehearsal: simulated models, not model output")
                .containsPattern("(?m)^ *dataset +" + work.resolve("data/exports/demo") + "$");
        assertThat(first.err()).contains("done  Importing").doesNotContain("\tat ");
        aRowOfTheDatasetIsTracedToItsPrompts(work.resolve("data/exports/demo/grip-rehearsal-messages.jsonl"));

        var second = new Console();
        assertThat(run(second, "demo", "--exit", "--limit", "8", "--port", "0", "--json"))
                .isZero();
        assertThat(second.err()).contains("0 seeds added");
        var report = new ObjectMapper().readTree(second.out());
        assertThat(report.get("funnel").get("rehearsal").asBoolean()).isTrue();
        assertThat(report.get("run").get("state").asText()).isEqualTo("DONE");
    }

    private void aRowOfTheDatasetIsTracedToItsPrompts(Path dataset) throws IOException {
        var id = new ObjectMapper()
                .readTree(Files.readAllLines(dataset).get(0))
                .get("id")
                .asText();
        var brief = new Console();
        assertThat(run(brief, "trace", id, "--quiet")).as(brief.err()).isZero();
        assertThat(brief.out())
                .contains("Prompts as the models got them  5", "--prompts shows them")
                .doesNotContain("Knowledge points:");

        var whole = new Console();
        assertThat(run(whole, "trace", id, "--prompts", "--quiet")).isZero();
        assertThat(whole.out())
                .contains("Writing the problem: synthesis/write-problem v1", "Judging the solution:")
                .contains(
                        "  [system]\n",
                        "  [user]\n    Write one new mathematics problem",
                        "    Knowledge points:\n    1. ")
                .doesNotContain("{{");
    }

    @Test
    void freshRefusesAFolderOfOthers() throws IOException {
        var folder = Files.createDirectories(work.resolve("mine"));
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        var console = new Console();

        assertThat(console.run("demo", "--fresh", "--exit", "--data", folder.toString()))
                .isEqualTo(1);

        assertThat(console.err()).contains("is not a folder that GRIP made");
        assertThat(folder.resolve("thesis.tex")).exists();
    }

    @Test
    void aQueryThatWritesIsOneMessageAndNoRun() {
        var console = new Console();
        assertThat(run(console, "run", "--cypher", "CREATE (n:Trap) RETURN [n] AS knowledgePoints", "--quiet"))
                .isEqualTo(1);
        assertThat(console.err()).isEqualTo("grip: The selection must only read, but it writes.\n");

        var status = new Console();
        assertThat(run(status, "status", "--quiet")).isZero();
        assertThat(status.out()).contains("no runs yet");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutATrace() {
        var console = new Console();
        assertThat(console.run(
                        "status", "--data", data(), "-D", "neo4j.uri=bolt://127.0.0.1:1", "-D", "neo4j.password=hush"))
                .isEqualTo(1);
        assertThat(console.err())
                .endsWith("grip: Cannot reach Neo4j at bolt://127.0.0.1:1: start it, or correct neo4j.uri.\n")
                .doesNotContain("hush");
    }

    @Test
    void aWrongModelSettingIsBadUsage() {
        var console = new Console();
        assertThat(console.run("status", "--data", data(), "-D", "models.painter.url=http://localhost:1/v1"))
                .isEqualTo(2);
        assertThat(console.err()).contains("painter").doesNotContain("\tat ").doesNotContain("details in");
    }

    @Test
    void aPromptWithAnUnknownPlaceholderStopsTheStartAndAMisnamedOneIsSaid() throws IOException {
        var folder = Files.createDirectories(work.resolve("prompts/judging"));
        Files.writeString(folder.resolve("judge-problems.md"), "misnamed");
        var said = new Console();
        assertThat(run(said, "status", "-D", "prompts.folder=" + work.resolve("prompts")))
                .isZero();
        assertThat(said.err()).contains("No stage uses the prompt file " + folder.resolve("judge-problems.md"));

        Files.writeString(folder.resolve("judge-problem.md"), shipped("judging/judge-problem") + "\n{{colour}}\n");
        var stopped = new Console();
        assertThat(run(stopped, "status", "--quiet", "-D", "prompts.folder=" + work.resolve("prompts")))
                .isEqualTo(2);
        assertThat(stopped.err())
                .startsWith("grip: ")
                .contains("judge-problem.md", "colour")
                .doesNotContain("\tat ");
    }

    @Test
    void theDoctorSeesARoleWithoutAModel() {
        var console = new Console();
        assertThat(run(
                        console,
                        "doctor",
                        "-D",
                        "models.generator.url=http://127.0.0.1:1/v1",
                        "-D",
                        "models.generator.model=m"))
                .isEqualTo(1);
        assertThat(console.out()).containsPattern("FAILS Stages +No model is configured for models.extractor");
    }

    @Test
    void theContainersCommandIsOneThatTheProgramTakes() {
        var arguments = ComposeCommands.serveArguments().toArray(String[]::new);
        var parsed = new Cli(new Console().terminal()).commandLine().parseArgs(arguments);
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("serve");
        assertThat(parsed.subcommand().matchedOptionValue("--host", "")).isEqualTo("0.0.0.0");
    }

    @Test
    void theContainersHealthStatementsRun() {
        for (var statement : ComposeCommands.neo4jHealthStatements()) {
            try (var session = NEO4J.driver().session()) {
                session.run(statement).consume();
            }
        }
    }

    @Test
    void aFolderIsNoSeedFile() {
        var console = new Console();
        assertThat(console.run("import", work.toString(), "--data", data())).isEqualTo(2);
        assertThat(console.err()).contains(work + " is a folder");
    }

    private static String shipped(String name) throws IOException {
        try (var file =
                Objects.requireNonNull(CommandsTests.class.getResourceAsStream("/prompts/math/" + name + ".md"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Runs a command on the tests' Neo4j. */
    private int run(Console console, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--data", data(), "-D", "neo4j.uri=" + NEO4J.embedded().boltUri()));
        all.addAll(List.of("-D", "neo4j.password=" + NEO4J.embedded().password()));
        return console.run(all.toArray(String[]::new));
    }

    private String data() {
        return work.resolve("data").toString();
    }
}
