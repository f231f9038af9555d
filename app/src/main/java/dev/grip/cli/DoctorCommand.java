package dev.grip.cli;

import dev.grip.llm.fleet.EndpointReport;
import dev.grip.pipeline.Check;
import dev.grip.pipeline.Doctor;
import dev.grip.pipeline.Findings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Checks the settings, Neo4j, its plugins and every model server, and says what to do.",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    private static final int SUBJECT = 19;
    private static final String INDENT = " ".repeat(SUBJECT + 9);
    private static final int TEXT = Terminal.NARROW - INDENT.length();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        var findings = Doctor.examine(common.settings());
        if (common.json()) {
            common.terminal().json(findings);
        } else {
            show(findings);
        }
        return findings.ok() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void show(Findings findings) {
        var terminal = common.terminal();
        terminal.print("GRIP doctor");
        findings.checks().forEach(this::show);
        if (findings.servers().isEmpty()) {
            return;
        }
        terminal.print("");
        ServerTable.lines(terminal, findings.servers()).forEach(terminal::print);
        var problems = ServerTable.byServer(findings.servers()).values().stream()
                .flatMap(roles -> problem(roles).stream())
                .toList();
        if (!problems.isEmpty()) {
            terminal.print("");
            problems.forEach(this::show);
        }
    }

    /** What is wrong with a server, once and not for each of its roles. */
    private static Optional<Check> problem(List<EndpointReport> roles) {
        var failed = roles.stream().filter(report -> !report.ready()).toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        var others = failed.stream().skip(1).map(ServerTable::name).collect(Collectors.joining(", "));
        return Optional.of(new Check(
                ServerTable.name(failed.get(0)),
                false,
                failed.get(0).problem(),
                others.isEmpty() ? "" : "the same goes for " + others));
    }

    /** A message of several lines stays in its column. */
    private void show(Check check) {
        var terminal = common.terminal();
        var mark = check.ok() ? terminal.good("ok   ") : terminal.bad("FAILS");
        var found = String.join("\n" + INDENT, Lines.wrapped(check.found(), TEXT));
        terminal.print("  " + mark
                + String.format(" %-" + SUBJECT + "s %s", check.subject(), found)
                        .stripTrailing());
        if (!check.advice().isEmpty()) {
            Lines.wrapped(check.advice(), TEXT).forEach(line -> terminal.print(INDENT + line));
        }
    }
}
