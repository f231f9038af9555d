package dev.grip.cli;

import dev.grip.llm.fleet.ModelSettingsException;
import dev.grip.llm.prompts.PromptException;
import dev.grip.pipeline.SettingsException;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program's command line: takes its arguments, runs one command and says how it ended. */
@Command(
        name = "grip",
        description = "Turns solved problems into many new, checked ones.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            ExtractCommand.class,
            BuildCommand.class,
            GraphCommand.class,
            KpCommand.class,
            TraceCommand.class,
            SelectionsCommand.class,
            PlanCommand.class,
            RunCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            DoctorCommand.class,
            RehearseCommand.class,
            BenchCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip demo                                   everything once, on bundled problems",
            "  grip import seeds.jsonl                     bring your own solved problems",
            "  grip extract && grip graph build            find their knowledge points",
            "  grip plan --kinds TWO_HOP --pilot 20        see what making new problems from pairs of them takes",
            "  grip run --kinds TWO_HOP --limit 100        make them",
            "  grip export --out dataset                   write what passed every check",
            "",
            "'grip COMMAND --help' explains a command. Exit codes: 0 done, 1 failed, 2 bad usage."
        })
public final class Cli implements Callable<Integer> {

    private final Terminal terminal;

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command line on the process's own terminal and returns its exit code. */
    public static int run(String... arguments) {
        return run(Terminal.ofProcess(), arguments);
    }

    static int run(Terminal terminal, String... arguments) {
        return new Cli(terminal).commandLine().execute(arguments);
    }

    CommandLine commandLine() {
        var line = new CommandLine(this, new Commands(terminal));
        line.setOut(terminal.writer());
        line.setErr(terminal.errorWriter());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
        line.setUsageHelpWidth(Terminal.WIDTH);
        line.setUsageHelpAutoWidth(false);
        line.setExpandAtFiles(false);
        OptionHelp.install(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new BadUsage());
        line.setExecutionExceptionHandler(new Failure());
        return line;
    }

    @Override
    public Integer call() {
        return usage(commandLine());
    }

    /** Shows the help of a command that needs another one after it. */
    static int usage(CommandLine line) {
        line.usage(line.getOut());
        return ExitCode.USAGE;
    }

    private final class BadUsage implements IParameterExceptionHandler {

        @Override
        public int handleParseException(ParameterException problem, String[] arguments) {
            terminal.error(String.valueOf(problem.getMessage()));
            CommandLine.UnmatchedArgumentException.printSuggestions(
                    problem, problem.getCommandLine().getErr());
            terminal.note("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
            return ExitCode.USAGE;
        }
    }

    private final class Failure implements IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
            if (failure instanceof Stop.Stopped) {
                return ExitCode.STOPPED;
            }
            var message = failure.getMessage();
            if ((failure instanceof SettingsException
                            || failure instanceof ModelSettingsException
                            || failure instanceof PromptException
                            || failure instanceof Usage)
                    && message != null) {
                terminal.error(message);
                return ExitCode.USAGE;
            }
            var log = Logs.file();
            LoggerFactory.getLogger(Cli.class)
                    .error("'{}' failed", line.getCommandSpec().qualifiedName(), failure);
            if (message != null && forPeople(failure)) {
                terminal.error(message.strip());
                return ExitCode.FAILED;
            }
            terminal.error((message == null ? failure.getClass().getSimpleName() : firstLine(message)) + " (details in "
                    + log + ")");
            return ExitCode.FAILED;
        }
    }

    /** GRIP's own exceptions say what happened and what to do; those of libraries need their log. */
    private static boolean forPeople(Exception failure) {
        return failure instanceof IllegalArgumentException
                || failure.getClass().getPackageName().startsWith("dev.grip");
    }

    private static String firstLine(String message) {
        var end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end).strip();
    }
}
