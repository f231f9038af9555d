package dev.grip.cli;

import dev.grip.bench.GraphBench;
import dev.grip.bench.KnowledgeBench;
import dev.grip.bench.ModelsBench;
import dev.grip.bench.Rival;
import dev.grip.bench.RunBench;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures how fast parts of GRIP are on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            BenchCommand.Graph.class,
            BenchCommand.Models.class,
            BenchCommand.Knowledge.class,
            BenchCommand.Run.class
        })
final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Cli.usage(spec.commandLine());
    }

    @Command(
            name = "graph",
            description = "Measures the kprg procedures beside Cypher, APOC and GDS on graphs grown for it.",
            sortOptions = false,
            footerHeading = "%nExamples:%n",
            footer = {
                "  grip bench graph                              the published graph's size",
                "  grip bench graph --scale 1,10,100 --json      and how cost grows; takes several GB of memory"
            })
    static final class Graph implements Callable<Integer> {

        @Option(
                names = "--scale",
                split = ",",
                paramLabel = "N",
                description = "Sizes, as multiples of 7,500 seeds, separated by commas (default: 1).")
        private List<Double> scales = List.of(1.0);

        @Option(
                names = "--skip",
                split = ",",
                paramLabel = "RIVAL",
                description = "Leaves out some of ${COMPLETION-CANDIDATES}, separated by commas.")
        private Set<Rival> skip = EnumSet.noneOf(Rival.class);

        @Option(names = "--keep", description = "Keeps the databases for a look afterwards and says where they are.")
        private boolean keep;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var home = common.settings().neo4j().home();
            var request = Usage.checked(() -> new GraphBench.Request(scales, skip, home, keep));
            var report = new BenchReport(common);
            new GraphBench(request, common::note, report).run();
            return report.end("Benchmark of the KPRG procedures");
        }
    }

    @Command(
            name = "models",
            description = "Measures the model client before simulated servers, beside OkHttp alone and fixed settings.",
            sortOptions = false,
            footerHeading = "%nExamples:%n",
            footer = {
                "  grip bench models                             everything; takes about eight minutes",
                "  grip bench models --only cost,memory --json   some of it, a figure a line"
            })
    static final class Models implements Callable<Integer> {

        @Option(
                names = "--only",
                split = ",",
                paramLabel = "PART",
                description = "Measures only some of ${COMPLETION-CANDIDATES}, separated by commas.")
        private Set<ModelsBench.Part> only = EnumSet.noneOf(ModelsBench.Part.class);

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var report = new BenchReport(common);
            new ModelsBench(only, common::note, report).run();
            return report.end("Benchmark of the model client");
        }
    }

    @Command(
            name = "knowledge",
            description = "Measures how fast near pairs of mentions are found, beside a plain loop and a vector index.",
            sortOptions = false,
            footerHeading = "%nExamples:%n",
            footer = {
                "  grip bench knowledge                             50,000 mentions; takes about two minutes",
                "  grip bench knowledge --mentions 100000 --json    more of them, a figure a line"
            })
    static final class Knowledge implements Callable<Integer> {

        @Option(
                names = "--mentions",
                paramLabel = "N",
                defaultValue = "50000",
                description = "Mentions compared all with all (default: ${DEFAULT-VALUE}).")
        private int mentions;

        @Option(
                names = "--naive",
                paramLabel = "N",
                defaultValue = "6000",
                description = "Of them, those the plain loop compares; its time is scaled (default: ${DEFAULT-VALUE}).")
        private int naive;

        @Option(
                names = "--indexed",
                paramLabel = "N",
                defaultValue = "5000",
                description = "Mentions put into a vector index; 0 leaves it out (default: ${DEFAULT-VALUE}).")
        private int indexed;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var home = common.settings().neo4j().home();
            var request = Usage.checked(() -> new KnowledgeBench.Request(mentions, naive, indexed, home));
            var report = new BenchReport(common);
            new KnowledgeBench(request, common::note, report).run();
            return report.end("Benchmark of the knowledge base");
        }
    }

    @Command(
            name = "run",
            description =
                    "Measures whole runs, with all calls and writes, before simulated models that answer at once.",
            sortOptions = false,
            footerHeading = "%nExamples:%n",
            footer = {
                "  grip bench run                                   everything; takes about ten minutes",
                "  grip bench run --only rate --combinations 200000 --json"
            })
    static final class Run implements Callable<Integer> {

        @Option(
                names = "--only",
                split = ",",
                paramLabel = "PART",
                description = "Measures only some of ${COMPLETION-CANDIDATES}, separated by commas.")
        private Set<RunBench.Part> only = EnumSet.noneOf(RunBench.Part.class);

        @Option(
                names = "--combinations",
                paramLabel = "N",
                defaultValue = "30000",
                description = "Combinations of the whole run (default: ${DEFAULT-VALUE}).")
        private int combinations;

        @Option(
                names = "--finished",
                paramLabel = "N",
                defaultValue = "1000000",
                description = "Finished combinations of the run that is resumed (default: ${DEFAULT-VALUE}).")
        private int finished;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var home = common.settings().neo4j().home();
            var request = Usage.checked(() -> new RunBench.Request(only, combinations, finished, home));
            var report = new BenchReport(common);
            new RunBench(request, common::note, report).run();
            return report.end("Benchmark of runs");
        }
    }
}
