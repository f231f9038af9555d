package dev.grip.cli;

import dev.grip.combinations.Kind;
import dev.grip.pipeline.runs.RoundYield;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of a run's combinations by round and kind and, over all rounds, by region, as lines of text. */
final class YieldTable {

    private YieldTable() {}

    static List<String> lines(Terminal terminal, String run, boolean rehearsal, List<RoundYield> yields) {
        var lines = new ArrayList<String>();
        lines.add(Lines.title(terminal, "Yield of run " + run, rehearsal));
        lines.add(terminal.faint(row("round", "kind", "combinations", "through", "accepted", "yield")));
        byRoundAndKind(yields)
                .forEach(yield -> lines.add(row(
                        yield.round() == 0 ? "" : Integer.toString(yield.round()),
                        yield.kind(),
                        Lines.count(yield.combinations()),
                        Lines.count(yield.done()),
                        Lines.count(yield.accepted()),
                        share(yield.accepted(), yield.done()))));
        lines.addAll(steering(terminal, yields));
        return lines;
    }

    /** What steering did: a line a round and a line a region; none for a run that is not steered. */
    static List<String> steering(Terminal terminal, List<RoundYield> yields) {
        var lines = new ArrayList<>(rounds(byRoundAndKind(yields)));
        var regions = RegionTable.lines(terminal, steered(yields));
        if (regions.isEmpty() && !lines.isEmpty()) {
            lines.add(Lines.row("regions", "none: steered by kind alone"));
        }
        lines.addAll(regions);
        return lines;
    }

    private static List<RoundYield> byRoundAndKind(List<RoundYield> yields) {
        return groups(yields, yield -> yield.round() + yield.kind()).values().stream()
                .map(YieldTable::sum)
                .toList();
    }

    /** The sums of some, with the round and kind of the first. */
    static RoundYield sum(Collection<RoundYield> some) {
        return some.stream()
                .reduce((a, b) -> new RoundYield(
                        a.round(),
                        a.kind(),
                        null,
                        a.combinations() + b.combinations(),
                        a.done() + b.done(),
                        a.accepted() + b.accepted()))
                .orElseThrow();
    }

    static <K> Map<K, List<RoundYield>> groups(List<RoundYield> yields, Function<RoundYield, K> by) {
        return yields.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    /** One line a round that says how it was shared out and what of it is novel. */
    private static List<String> rounds(List<RoundYield> yields) {
        var lines = new ArrayList<String>();
        groups(steered(yields), RoundYield::round)
                .forEach((round, kinds) -> lines.add(Lines.row("round " + round, round(kinds))));
        return lines;
    }

    private static List<RoundYield> steered(List<RoundYield> yields) {
        return yields.stream().filter(yield -> yield.round() > 0).toList();
    }

    private static String round(List<RoundYield> kinds) {
        var all = sum(kinds);
        long novel = kinds.stream()
                .filter(kind -> !kind.kind().equals(Kind.ONE_HOP.name()))
                .mapToLong(RoundYield::combinations)
                .sum();
        var parts = kinds.stream()
                .map(kind -> kind.kind() + " " + Lines.count(kind.combinations()))
                .collect(Collectors.joining(", "));
        return parts + "; " + share(novel, all.combinations()) + " novel, " + share(all.accepted(), all.done())
                + " accepted";
    }

    static String share(long some, long all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * some / all);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %5s  %-10s %13s %9s %9s  %s", cells)
                .stripTrailing();
    }
}
