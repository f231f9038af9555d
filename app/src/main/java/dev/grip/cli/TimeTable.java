package dev.grip.cli;

import dev.grip.pipeline.planning.Step;
import dev.grip.pipeline.spending.Spend;
import dev.grip.pipeline.spending.StageSpend;
import dev.grip.pipeline.spending.StageTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the time of a run's calls went, by stage and by what they waited for, as shares of all of it. */
final class TimeTable {

    private static final List<String> ORDER =
            Arrays.stream(Step.values()).map(Step::prompt).toList();

    private TimeTable() {}

    static List<String> lines(Terminal terminal, Spend spend) {
        Map<String, StageTime> times = new LinkedHashMap<>();
        Map<String, Long> calls = new LinkedHashMap<>();
        for (StageSpend stage : spend.stages()) {
            times.merge(stage.stage(), stage.time(), StageTime::plus);
            calls.merge(stage.stage(), stage.calls(), Long::sum);
        }
        StageTime sum = times.values().stream().reduce(StageTime.NONE, StageTime::plus);
        if (sum.all() <= 0) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("  Where the time went, in % of " + Lines.time(sum.all()) + " of all combinations together");
        lines.add(terminal.faint(row("", "calls", "at servers", "for room", "repeats", "storing")));
        times.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(TimeTable::place)))
                .map(entry ->
                        row(entry.getKey(), Lines.count(calls.getOrDefault(entry.getKey(), 0L)), entry.getValue(), sum))
                .forEach(lines::add);
        lines.add(row("all", Lines.count(spend.calls()), sum, sum));
        return lines;
    }

    /** Stages come in the order of a problem's life. */
    private static int place(String stage) {
        int place = ORDER.indexOf(stage);
        return place < 0 ? ORDER.size() : place;
    }

    private static String row(String stage, String calls, StageTime time, StageTime sum) {
        return row(
                stage,
                calls,
                share(time.server(), sum),
                share(time.room(), sum),
                share(time.pause(), sum),
                share(time.store(), sum));
    }

    private static String row(String stage, String calls, String server, String room, String pause, String store) {
        return String.format(
                Locale.ROOT, "    %-30s %10s %10s %10s %10s %10s", stage, calls, server, room, pause, store);
    }

    private static String share(double seconds, StageTime sum) {
        return String.format(Locale.ROOT, "%.1f", 100 * seconds / sum.all());
    }
}
