package dev.grip.cli;

import dev.grip.combinations.NamedSelection;
import dev.grip.combinations.NamedSelections;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "selections",
        description = "Lists the named selections: queries that choose combinations for 'grip run --selection NAME'.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip selections                            all, with what they are for",
            "  grip selections cliques-around             one, with its query",
            "  grip run --selection cliques-around --param knowledgePoint='Unit price' --limit 20"
        })
final class SelectionsCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Shows this one with its query.")
    private @Nullable String name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        var wanted = name;
        var shown = wanted == null ? NamedSelections.all() : List.of(Usage.checked(() -> NamedSelections.of(wanted)));
        var terminal = common.terminal();
        if (common.json()) {
            terminal.json(wanted == null ? shown : shown.get(0));
        } else if (wanted != null) {
            terminal.print(shown.get(0).cypher().strip());
        } else {
            shown.forEach(selection -> lines(terminal, selection).forEach(terminal::print));
        }
        return ExitCode.OK;
    }

    private static List<String> lines(Terminal terminal, NamedSelection selection) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold(selection.name()));
        Lines.wrapped(selection.purpose(), Terminal.WIDTH - 8).forEach(line -> lines.add("  " + line));
        lines.add(Lines.row("parameters", selection.parameters().toString().replaceAll("^\\{|}$", "")));
        lines.add(Lines.row("columns", String.join(", ", selection.columns())));
        return lines;
    }
}
