package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** What the command line says before it opens anything. */
class CliTests {

    @Test
    void namedSelectionsAreListedAndShown() {
        var all = new Console();
        var one = new Console();

        assertThat(all.run("selections")).isZero();
        assertThat(one.run("selections", "random-sample")).isZero();

        assertThat(all.out())
                .startsWith("strongest-novel-pairs")
                .contains("  Strongest novel pairs: no seed needs both")
                .contains("parameters                minWeight=2, limit=100")
                .contains("columns                   knowledgePoints, names, weight, through, seeds");
        assertThat(one.out()).startsWith("// A random sample: ").contains("CALL kprg.sample(");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        imprt                                | Unmatched argument
        demo --frsh                          | Unknown option: '--frsh'
        import                               | Missing required parameter: 'FILE'
        import nowhere.jsonl                 | There is no file nowhere.jsonl
        run --kinds FOUR_HOP                 | expected one of [ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY]
        run --limit ten                      | 'ten' is not an int
        run --limit 0                        | limit is 0; it must be at least 1
        run --param a=1                      | --param belongs to --selection or --cypher
        run --selection nowhere              | There is no selection 'nowhere'; there are strongest-novel-pairs
        run --selection cliques-around --param sise=3 | Selection 'cliques-around' has no parameter 'sise'
        run --selection cliques-around --kinds ONE_HOP | --selection chooses the combinations itself: leave out --kinds
        run --selection cliques-around --cypher RETURN | --selection and --cypher both choose: leave one of them out
        selections nowhere                   | There is no selection 'nowhere'
        run --cypher RETURN --kinds ONE_HOP  | leave out --kinds
        run --cypher RETURN --seed 1         | leave out --seed
        run --cypher @nowhere.cypher         | cannot read nowhere.cypher
        run --cypher RETURN --param a=null   | --param a is null
        demo --limit 0                       | limit is 0; it must be at least 1
        export --benchmark nowhere.jsonl     | There is no benchmark file nowhere.jsonl
        serve --port eighty                  | 'eighty' is not an int
        kp merge Sum                         | Missing required parameter: 'INTO'
        kp split Sum                         | Missing required option: '--mention=TEXT'
        kp ban Sum                           | A ban needs a reason: add --reason TEXT
        kp list --limit 0                    | limit is 0; it must be at least 1
        kp history --limit ten               | 'ten' is not an int
        trace                                | Missing required parameter: 'ID'
        trace x --limit 0                    | limit is 0; it must be at least 1
        graph audit --edge A                 | option '--edge' at index 0 (KP) requires at least 2 values
        graph dump                           | Missing required parameter: 'FILE'
        graph dump src                       | src is a folder: name a file
        rehearse --config nowhere.yml        | There is no file nowhere.yml
        rehearse --port 80                   | Unknown option
        bench graph --scale 0                | scale is 0.0; it must be from 0.01 to 1000
        bench graph --scale large            | 'large' is not a double
        report knowledge --ask-fitler        | Unknown option: '--ask-fitler'
        bench graph --skip spark             | expected one of [CYPHER, APOC, GDS]
    """)
    void badUsageIsOneMessageAndExitCodeTwo(String line, String words) {
        var console = new Console();

        assertThat(console.run(line.split(" "))).isEqualTo(2);

        assertThat(console.err()).startsWith("grip: ").contains(words).doesNotContain("\tat ");
        assertThat(console.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "serve",
                "import",
                "extract",
                "build",
                "graph",
                "graph build",
                "graph census",
                "graph audit",
                "graph dump",
                "kp",
                "kp list",
                "kp merge",
                "kp split",
                "kp rename",
                "kp ban",
                "kp unban",
                "kp undo",
                "kp history",
                "trace",
                "run",
                "status",
                "export",
                "doctor",
                "rehearse",
                "report",
                "report knowledge",
                "bench",
                "bench graph"
            })
    void everyCommandExplainsItselfWithinTheWidth(String command) {
        var console = new Console();

        assertThat(console.run((command + " --help").strip().split(" "))).isZero();

        assertThat(console.out()).contains("Usage: grip").contains("--help");
        assertThat(console.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
        assertThat(console.err()).isEmpty();
    }

    @Test
    void withoutACommandTheHelpIsShownAndTheUsageIsBad() {
        var console = new Console();

        assertThat(console.run()).isEqualTo(2);

        assertThat(console.out()).contains("Usage: grip").contains("demo").contains("doctor");
    }

    @Test
    void aMistypedCommandGetsASuggestion() {
        var console = new Console();

        console.run("exprt");

        assertThat(console.err()).contains("grip export");
    }

    @Test
    void theVersionIsShown() {
        var console = new Console();

        assertThat(console.run("--version")).isZero();

        assertThat(console.out()).startsWith("grip ");
    }

    @Test
    void coloursComeOnlyToATerminal() {
        var plain = new Console();
        var coloured = new Console(Ansi.ON, "");

        plain.run("nothing");
        coloured.run("nothing");

        assertThat(plain.err()).doesNotContain("\u001b[");
        assertThat(coloured.err()).contains("\u001b[");
    }
}
