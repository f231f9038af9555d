package dev.grip.cli;

import dev.grip.pipeline.runs.RoundYield;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What came of a steered run's combinations by region of the KPRG, and how its rounds were shared among them, as lines of text. */
final class RegionTable {

    private static final int NAME = 28;

    private final List<RoundYield> yields;

    private RegionTable(List<RoundYield> yields) {
        this.yields = yields;
    }

    /** A line a region, the one with the most combinations first; none for a run without regions. */
    static List<String> lines(Terminal terminal, List<RoundYield> yields) {
        var divided = yields.stream().filter(yield -> yield.region() != null).toList();
        return divided.isEmpty() ? List.of() : new RegionTable(divided).lines(terminal);
    }

    private List<String> lines(Terminal terminal) {
        int first = yields.get(0).round();
        int last = yields.get(yields.size() - 1).round();
        var lines = new ArrayList<String>();
        lines.add(terminal.faint(row(
                "region", "combinations", "through", "accepted", "yield", "of round " + first, "of round " + last)));
        YieldTable.groups(yields, yield -> String.valueOf(yield.region())).entrySet().stream()
                .sorted(Comparator.comparing(
                        region -> -YieldTable.sum(region.getValue()).combinations()))
                .forEach(region -> {
                    var sum = YieldTable.sum(region.getValue());
                    lines.add(row(
                            Lines.shortened(region.getKey(), NAME),
                            Lines.count(sum.combinations()),
                            Lines.count(sum.done()),
                            Lines.count(sum.accepted()),
                            YieldTable.share(sum.accepted(), sum.done()),
                            share(region.getValue(), first),
                            share(region.getValue(), last)));
                });
        return lines;
    }

    private String share(List<RoundYield> some, int round) {
        return YieldTable.share(combinations(some, round), combinations(yields, round));
    }

    private static long combinations(List<RoundYield> some, int round) {
        return some.stream()
                .filter(yield -> yield.round() == round)
                .mapToLong(RoundYield::combinations)
                .sum();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %-" + NAME + "s %12s %8s %8s %8s %11s %11s", cells)
                .stripTrailing();
    }
}
