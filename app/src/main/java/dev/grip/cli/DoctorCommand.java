package dev.grip.cli;

import dev.grip.pipeline.Check;
import dev.grip.pipeline.Doctor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Checks the settings, Neo4j, its plugins and every model server, and says what to do.",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    /** A message of several lines stays in its column. */
    private static final String INDENT = "\n" + " ".repeat(31);

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        var terminal = common.terminal();
        var checks = Doctor.examine(common.settings());
        if (common.json()) {
            terminal.json(checks);
        } else {
            terminal.print("GRIP doctor");
            checks.forEach(check -> show(terminal, check));
        }
        return checks.stream().allMatch(Check::ok) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void show(Terminal terminal, Check check) {
        var mark = check.ok() ? terminal.good("ok   ") : terminal.bad("FAILS");
        terminal.print("  " + mark
                + String.format(" %-22s %s", check.subject(), check.found().replace("\n", INDENT))
                        .stripTrailing());
        if (!check.advice().isEmpty()) {
            terminal.print(INDENT.substring(1) + check.advice());
        }
    }
}
