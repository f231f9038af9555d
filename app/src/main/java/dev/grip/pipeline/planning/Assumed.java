package dev.grip.pipeline.planning;

import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is assumed while nothing is known, worth no more than {@link #TRIALS} combinations: that 45 % of problems pass, as GSDP (arXiv
 * 2412.08864v1) published for all kinds together; all other numbers are guesses of their size.
 */
final class Assumed {

    static final long TRIALS = 20;

    /** Tokens a second of one answer. */
    private static final double SPEED = 30;

    private static final double SMALL_SHARE = 0.7;
    private static final Yield YIELD = new Yield(TRIALS, 19, 9, 8, 6);
    private static final Map<Step, long[]> TOKENS = Map.of(
            Step.WRITE, new long[] {350, 400},
            Step.JUDGE_PROBLEM, new long[] {700, 500},
            Step.RATE, new long[] {400, 200},
            Step.SOLVE, new long[] {300, 900},
            Step.JUDGE_SOLUTION, new long[] {1200, 500});

    private Assumed() {}

    static Evidence evidence(Terms terms) {
        SortedMap<Purpose, Used> used = new TreeMap<>();
        for (Step step : Step.values()) {
            used.putAll(use(step, terms.models(step)));
        }
        return new Evidence(Basis.ASSUMED, List.of(), Map.of("", YIELD), used, 0);
    }

    /** What the assumed combinations would have used for a step. */
    static Map<Purpose, Used> use(Step step, List<String> models) {
        Map<Purpose, Used> used = new TreeMap<>();
        long[] tokens = TOKENS.getOrDefault(step, new long[] {500, 500});
        for (int i = 0; i < models.size(); i++) {
            long calls = calls(step, models.size(), i);
            Used some =
                    new Used(calls, calls * tokens[0], calls * tokens[1], Math.round(calls * tokens[1] / SPEED * 1e6));
            used.merge(new Purpose(step.prompt(), models.get(i)), some, Used::plus);
        }
        return used;
    }

    /** The solvers share the problems; every judge gets all. */
    private static long calls(Step step, int models, int index) {
        long occasions = step.occasions(YIELD);
        if (step != Step.SOLVE || models == 1) {
            return occasions;
        }
        long small = Math.round(occasions * SMALL_SHARE);
        return index == 0 ? small : occasions - small;
    }

    /** The yield that goes with {@link #use}. */
    static Yield shares() {
        return YIELD;
    }
}
