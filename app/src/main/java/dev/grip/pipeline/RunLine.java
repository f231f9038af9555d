package dev.grip.pipeline;

import dev.grip.pipeline.RunProgress.ModelLoad;
import dev.grip.pipeline.runs.RunPace;
import dev.grip.pipeline.runs.RunStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is going on in a run, in one line: what was kept, how fast, what it cost, and the models, the busiest first. */
final class RunLine {

    private static final int MODELS = 3;

    private RunLine() {}

    static String of(RunStatus status, RunProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "kept %,d", status.accepted()));
        RunPace pace = progress.pace();
        parts.add(String.format(Locale.ROOT, "%.1f/s", pace.combinationsPerSecond()));
        Double left = pace.secondsLeft();
        if (left != null) {
            parts.add(time(Math.round(left)) + " left");
        }
        Double cost = pace.cost();
        if (cost != null) {
            parts.add(String.format(Locale.ROOT, "%.2f %s", cost, pace.currency()));
        }
        progress.models().stream()
                .sorted(Comparator.comparingDouble(RunLine::share).reversed().thenComparing(ModelLoad::model))
                .limit(MODELS)
                .map(RunLine::load)
                .forEach(parts::add);
        return String.join(", ", parts);
    }

    private static double share(ModelLoad model) {
        return (model.out() + model.waiting()) / (double) Math.max(1, model.limit());
    }

    private static String load(ModelLoad model) {
        String name = model.model().substring(model.model().lastIndexOf('/') + 1);
        String waiting = model.waiting() == 0 ? "" : "+" + model.waiting();
        return name + " " + model.out() + "/" + model.limit() + waiting;
    }

    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes < 2880 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes / 1440 + " d";
    }
}
