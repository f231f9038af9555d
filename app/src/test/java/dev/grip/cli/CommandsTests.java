package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Commands on an own database with simulated models. */
@SuppressWarnings("NullAway.Init")
class CommandsTests {

    @TempDir
    private Path work;

    @Test
    void anUnknownSettingIsOneMessageAndBadUsage() {
        var console = new Console();

        assertThat(console.run("status", "--data", data(), "-D", "neo4j.url=x")).isEqualTo(2);

        assertThat(console.err()).startsWith("grip: ").contains("neo4j.url").doesNotContain("\tat ");
    }

    @Test
    void onlyBadLinesFailTheImportAndSomeGoodOnesDoNot() {
        var bad = new Console(Ansi.OFF, "nonsense\n");
        assertThat(bad.run("import", "-", "--data", data())).isEqualTo(1);
        assertThat(bad.err()).contains("stdin, line 1: ");
        assertThat(bad.out()).isEqualTo("0 seeds added, 0 already present, 1 lines rejected\n");

        var good = new Console(
                Ansi.OFF,
                "{\"id\": \"s1\", \"problem\": \"What is 2 + 3?\", \"solution\": \"2 + 3 = 5\", \"answer\": \"5\"}\nnonsense\n");
        assertThat(good.run("import", "-", "--data", data(), "--quiet")).isZero();
        assertThat(good.err()).startsWith("stdin, line 2: ");
        assertThat(good.out()).isEqualTo("1 seeds added, 0 already present, 1 lines rejected\n");
    }

    @Test
    void anUnknownRunIsSaid() {
        var console = new Console();

        assertThat(console.run("status", "none", "--data", data(), "--quiet")).isEqualTo(1);

        assertThat(console.err()).isEqualTo("grip: There is no run 'none'; 'grip status' lists them\n");
    }

    @Test
    void theDemoDoesEverythingAndASecondOneAddsNothing() throws IOException {
        var first = new Console();
        assertThat(first.run("demo", "--exit", "--limit", "8", "--port", "0", "--data", data()))
                .as(first.err())
                .isZero();
        assertThat(first.out())
                .contains("rehearsal: simulated models, not model output")
                .containsPattern("(?m)^ *dataset +" + work.resolve("data/exports/demo") + "$");
        assertThat(first.err()).contains("done  Importing").doesNotContain("\tat ");

        var second = new Console();
        assertThat(second.run("demo", "--exit", "--limit", "8", "--port", "0", "--data", data(), "--json"))
                .isZero();
        assertThat(second.err()).contains("0 seeds added");
        var report = new ObjectMapper().readTree(second.out());
        assertThat(report.get("funnel").get("rehearsal").asBoolean()).isTrue();
        assertThat(report.get("run").get("state").asText()).isEqualTo("DONE");
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

    private String data() {
        return work.resolve("data").toString();
    }
}
