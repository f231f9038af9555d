package dev.grip.cli;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "graph",
        description = "Builds the knowledge point relationship graph (KPRG), checks it and counts what it offers.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {GraphCommand.Build.class, GraphCommand.Census.class, AuditCommand.class, DumpCommand.class})
final class GraphCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Cli.usage(spec.commandLine());
    }

    @Command(
            name = "build",
            description = "Rebuilds the KPRG's edges from the seeds' knowledge points.",
            sortOptions = false)
    static final class Build implements Callable<Integer> {

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var terminal = common.terminal();
            try (var session = common.open()) {
                var report = session.grip().buildGraph();
                if (common.json()) {
                    terminal.json(report);
                } else {
                    GraphTable.kprg(terminal, report, session.grip().rehearsal())
                            .forEach(terminal::print);
                }
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "census",
            description = "Counts the combinations of each kind, and those no single seed contains.",
            sortOptions = false)
    static final class Census implements Callable<Integer> {

        @Option(
                names = "--kinds",
                split = ",",
                paramLabel = "KIND",
                description = "Some of ${COMPLETION-CANDIDATES}, separated by commas (default: all).")
        private List<Kind> kinds = List.of();

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var terminal = common.terminal();
            try (var session = common.open()) {
                var rows = session.grip().census(CombinationSpec.of(kinds, null, null));
                if (common.json()) {
                    terminal.json(rows);
                    return ExitCode.OK;
                }
                GraphTable.census(terminal, rows, session.grip().rehearsal()).forEach(terminal::print);
            }
            return ExitCode.OK;
        }
    }
}
