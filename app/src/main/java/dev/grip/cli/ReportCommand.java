package dev.grip.cli;

import dev.grip.pipeline.KnowledgeReport;
import dev.grip.pipeline.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Says how good the parts of GRIP are that decide something, and what runs yield.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {ReportCommand.Knowledge.class, YieldCommand.class})
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Cli.usage(spec.commandLine());
    }

    @Command(
            name = "knowledge",
            description = "Measures the embedding model on labelled pairs of names, chooses its bounds from the curve, "
                    + "and counts what the filters decided in the graph.",
            sortOptions = false,
            footerHeading = "%nExamples:%n",
            footer = {
                "  grip report knowledge                  needs no database; reads one that is there",
                "  grip report knowledge --ask-filter     asks the extractor's model about 180 labelled names"
            })
    static final class Knowledge implements Callable<Integer> {

        @Option(
                names = "--ask-filter",
                description = "Asks the quality filter's model about the labelled names and shows where it is wrong.")
        private boolean askFilter;

        @Option(names = "--without-graph", description = "Leaves the database alone.")
        private boolean withoutGraph;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Common common;

        @Override
        public Integer call() {
            var terminal = common.terminal();
            var settings = common.settings();
            var report = report(settings);
            if (common.json()) {
                terminal.json(report);
            } else {
                new KnowledgeTable(terminal).lines(report).forEach(terminal::print);
            }
            return ExitCode.OK;
        }

        private KnowledgeReport report(Settings settings) {
            common.note("Embedding the labelled names ...");
            if (withoutGraph || !KnowledgeReport.hasGraph(settings)) {
                return KnowledgeReport.of(settings, askFilter, false, common.progress());
            }
            var folder = DataFolder.use(settings.data());
            try {
                return KnowledgeReport.of(settings, askFilter, true, common.progress());
            } finally {
                folder.close();
            }
        }
    }
}
