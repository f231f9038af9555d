package dev.grip.cli;

import dev.grip.pipeline.Grip;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "kp",
        description = "Looks up knowledge points and corrects them by hand; 'grip trace' explains one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            KpCommand.ListAll.class,
            KpChange.Merge.class,
            KpChange.Split.class,
            KpChange.Rename.class,
            KpChange.Ban.class,
            KpChange.Unban.class,
            KpChange.Undo.class,
            KpCommand.History.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip kp list area",
            "  grip kp merge \"Areas of rectangles\" \"Area of a rectangle\" --reason \"plural\"",
            "  grip kp split \"Area\" --mention \"Surface area\" --into \"Surface area\"",
            "  grip kp ban \"Problem solving\" --reason \"says nothing\"",
            "  grip kp undo",
            "",
            "A knowledge point is named by its id or its name. Later extractions and runs follow every change."
        })
final class KpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Cli.usage(spec.commandLine());
    }

    /** What the lists share: they print something for a number of rows. */
    abstract static class Listing implements Callable<Integer> {

        @Option(names = "--limit", paramLabel = "N", description = "At most N (default: ${DEFAULT-VALUE}).")
        int limit = 20;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        Common common;

        abstract void show(Grip grip);

        @Override
        public Integer call() {
            Usage.require(limit > 0, "limit is " + limit + "; it must be at least 1");
            try (var session = common.open()) {
                show(session.grip());
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "list",
            description =
                    "Lists knowledge points, the most required first; those whose name, alias, mention or id holds"
                            + " TEXT.",
            sortOptions = false)
    static final class ListAll extends Listing {

        @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What to look for, whatever its case.")
        private @Nullable String text;

        @Option(names = "--status", paramLabel = "STATUS", description = "Only active, banned or merged ones.")
        private @Nullable String status;

        @Override
        void show(Grip grip) {
            var found = Usage.checked(() -> grip.knowledge().list(text, status, limit));
            if (common.json()) {
                common.terminal().json(found);
                return;
            }
            common.terminal().print(Lines.title(common.terminal(), "Knowledge points", grip.rehearsal()));
            CurationLines.table(common.terminal(), found, limit).forEach(common.terminal()::print);
        }
    }

    @Command(name = "history", description = "Lists the changes by hand, newest first.", sortOptions = false)
    static final class History extends Listing {

        @Override
        void show(Grip grip) {
            var changes = grip.knowledge().curations(limit);
            if (common.json()) {
                common.terminal().json(changes);
                return;
            }
            CurationLines.history(common.terminal(), changes).forEach(common.terminal()::print);
        }
    }
}
