package dev.grip.cli;

import dev.grip.bench.GraphBench;
import dev.grip.bench.Measure;
import dev.grip.bench.ModelsBench;
import dev.grip.bench.Rival;
import java.util.ArrayList;
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
        subcommands = {BenchCommand.Graph.class, BenchCommand.Models.class})
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
            var terminal = common.terminal();
            var found = new ArrayList<Measure>();
            new GraphBench(request, common::note, measure -> {
                        found.add(measure);
                        if (common.json()) {
                            terminal.jsonLine(measure.json());
                        } else {
                            common.note("  " + BenchTable.line(measure));
                        }
                    })
                    .run();
            if (!common.json()) {
                BenchTable.lines(terminal, "Benchmark of the KPRG procedures", found)
                        .forEach(terminal::print);
            }
            return found.stream().anyMatch(Measure::wrong) ? ExitCode.FAILED : ExitCode.OK;
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
            var terminal = common.terminal();
            var found = new ArrayList<Measure>();
            new ModelsBench(only, common::note, measure -> {
                        found.add(measure);
                        if (common.json()) {
                            terminal.jsonLine(measure.json());
                        } else {
                            common.note("  " + BenchTable.line(measure));
                        }
                    })
                    .run();
            if (!common.json()) {
                BenchTable.lines(terminal, "Benchmark of the model client", found)
                        .forEach(terminal::print);
            }
            return ExitCode.OK;
        }
    }
}
