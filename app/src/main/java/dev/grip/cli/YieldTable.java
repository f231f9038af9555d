package dev.grip.cli;

import dev.grip.combinations.Kind;
import dev.grip.pipeline.runs.RoundYield;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of a run's combinations by round and kind, as lines of text. */
final class YieldTable {

    private YieldTable() {}

    static List<String> lines(Terminal terminal, String run, boolean rehearsal, List<RoundYield> yields) {
        var lines = new ArrayList<String>();
        lines.add(Lines.title(terminal, "Yield of run " + run, rehearsal));
        lines.add(terminal.faint(row("round", "kind", "combinations", "through", "accepted", "yield")));
        yields.forEach(yield -> lines.add(row(
                yield.round() == 0 ? "" : Integer.toString(yield.round()),
                yield.kind(),
                Lines.count(yield.combinations()),
                Lines.count(yield.done()),
                Lines.count(yield.accepted()),
                share(yield.accepted(), yield.done()))));
        lines.addAll(rounds(terminal, yields));
        return lines;
    }

    /** One line a round that says how it was shared out and what of it is novel; none for a run that is not steered. */
    static List<String> rounds(Terminal terminal, List<RoundYield> yields) {
        Map<Integer, List<RoundYield>> rounds = yields.stream()
                .filter(yield -> yield.round() > 0)
                .collect(Collectors.groupingBy(RoundYield::round, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<String>();
        rounds.forEach((round, kinds) -> lines.add(Lines.row("round " + round, round(kinds))));
        return lines;
    }

    private static String round(List<RoundYield> kinds) {
        long all = kinds.stream().mapToLong(RoundYield::combinations).sum();
        long novel = kinds.stream()
                .filter(kind -> !kind.kind().equals(Kind.ONE_HOP.name()))
                .mapToLong(RoundYield::combinations)
                .sum();
        var parts = kinds.stream()
                .map(kind -> kind.kind() + " " + Lines.count(kind.combinations()))
                .collect(Collectors.joining(", "));
        long done = kinds.stream().mapToLong(RoundYield::done).sum();
        long accepted = kinds.stream().mapToLong(RoundYield::accepted).sum();
        return parts + "; " + share(novel, all) + " novel, " + share(accepted, done) + " accepted";
    }

    private static String share(long some, long all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * some / all);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %5s  %-10s %13s %9s %9s  %s", cells)
                .stripTrailing();
    }
}
