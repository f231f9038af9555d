package dev.grip.cli;

import dev.grip.llm.fleet.ModelCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What models were asked, as a few lines of text: one a model, and what did not go well. */
final class CallTable {

    private static final String COMPLETE = "complete";

    private CallTable() {}

    private record Sum(long calls, long read, long written) {

        static Sum of(ModelCalls row) {
            return new Sum(row.calls(), row.promptTokens(), row.completionTokens());
        }

        Sum plus(Sum other) {
            return new Sum(calls + other.calls, read + other.read, written + other.written);
        }
    }

    /** Empty when nothing was asked. */
    static List<String> lines(Terminal terminal, List<ModelCalls> calls) {
        var models = new LinkedHashMap<String, Sum>();
        calls.forEach(row -> models.merge(row.model(), Sum.of(row), Sum::plus));
        var lines = new ArrayList<String>();
        if (models.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add(terminal.faint(row("model", "calls", "tokens read", "written")));
        models.forEach((model, sum) ->
                lines.add(row(model, Lines.count(sum.calls), Lines.count(sum.read), Lines.count(sum.written))));
        var repeats = summed(calls, row -> row.repeats().entrySet().stream()
                .collect(Collectors.toMap(why -> why.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue)));
        var outcomes = summed(calls, ModelCalls::outcomes);
        outcomes.remove(COMPLETE);
        add(lines, "sent again", repeats);
        add(lines, "not answered in full", outcomes);
        return lines;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-40s %9s %13s %13s", (Object[]) cells);
    }

    private static Map<String, Long> summed(List<ModelCalls> calls, Function<ModelCalls, Map<String, Long>> counts) {
        var sums = new TreeMap<String, Long>();
        calls.forEach(row -> counts.apply(row).forEach((what, times) -> sums.merge(what, times, Long::sum)));
        return sums;
    }

    private static void add(List<String> lines, String label, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            lines.add(Lines.row(
                    label,
                    counts.entrySet().stream()
                            .map(one -> one.getKey().replace('_', ' ') + " " + Lines.count(one.getValue()))
                            .collect(Collectors.joining(" · "))));
        }
    }
}
