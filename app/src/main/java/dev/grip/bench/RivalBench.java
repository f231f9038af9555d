package dev.grip.bench;

import dev.grip.graph.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The same lists by Cypher, APOC and GDS on the same server, all counted inside it. Every form is tried on some of the start nodes;
 * the quickest one then does the whole work, unless the graph is much larger than the published one: then its time is scaled up.
 */
final class RivalBench {

    private static final Logger LOG = LoggerFactory.getLogger(RivalBench.class);
    private static final int TRIED_OF = 20;
    private static final int NODES_WORTH_TRYING = 2_000;
    private static final long NODES_WORTH_ALL = 10_000;
    private static final double PATIENCE = 5;
    private static final Map<Rival, Double> TARGETS = Map.of(Rival.CYPHER, 300.0, Rival.APOC, 200.0);

    private final Stand stand;
    private final Set<Rival> skipped;

    RivalBench(Stand stand, Set<Rival> skipped) {
        this.stand = stand;
        this.skipped = skipped;
    }

    void run(Timing<Long> twoHop, Timing<Long> triangles) {
        for (Rival rival : Rival.values()) {
            if (skipped.contains(rival)) {
                continue;
            }
            if (rival == Rival.GDS) {
                project();
            }
            if (rival != Rival.GDS || stand.nodes() <= NODES_WORTH_ALL) {
                compare(rival, "TWO_HOP", rival.twoHop(), twoHop);
            }
            compare(rival, "triangles", rival.triangles(), triangles);
        }
        if (!skipped.contains(Rival.GDS)) {
            stand.graph().read(Query.of("bench/drop-gds"), Map.of());
        }
    }

    private void project() {
        stand.graph().read(Query.of("bench/drop-gds"), Map.of());
        var timing = Timing.once(() -> stand.graph().read(Query.of("bench/project-gds"), Map.of()));
        stand.say(Measure.of(stand.metric("GDS projection"), timing.best(), "s")
                .noting("not counted in its figures below, as kprg's projection is not in kprg's"));
    }

    private void compare(Rival rival, String what, List<String> forms, Timing<Long> kprg) {
        var trials = new TreeMap<Double, String>();
        forms.forEach(form -> trials.put(forms.size() == 1 ? 0 : trial(form), form));
        String best = trials.remove(trials.firstKey());
        try {
            compare(rival, what, best, others(trials), kprg);
        } catch (Neo4jException | IllegalArgumentException e) {
            LOG.warn("{} failed", best, e);
            stand.say(Measure.of(stand.metric(what + " beside " + rival.label()), kprg.median(), "s")
                    .noting(best + " failed" + others(trials) + "; its message is in the log"));
        }
    }

    private void compare(Rival rival, String what, String form, String others, Timing<Long> kprg) {
        int every = rival == Rival.GDS ? 1 : everyWorthAll();
        var timing = Timing.of(0, 3, PATIENCE, () -> count(form, every));
        if (every == 1 && !timing.result().equals(kprg.result())) {
            stand.say(Disagreement.of(stand.metric(what + " by " + form), timing.result(), kprg.result(), "kprg"));
        }
        var measure = Measure.faster(
                        stand.metric(what + " beside " + rival.label()), kprg.median(), timing.best() * every)
                .noting(form + ", best of " + timing.runs() + scaled(every) + others + "; kprg: median of "
                        + kprg.runs());
        Double target = stand.published() ? TARGETS.get(rival) : null;
        stand.say(target == null ? measure : measure.atLeast(target));
    }

    private static String scaled(int every) {
        return every == 1 ? "" : ", from one start in " + every + " and scaled up";
    }

    private static String others(Map<Double, String> trials) {
        return trials.isEmpty()
                ? ""
                : trials.entrySet().stream()
                        .map(trial -> String.format(Locale.ROOT, "%s %.1f s", trial.getValue(), trial.getKey()))
                        .collect(Collectors.joining(", ", "; others by trial: ", ""));
    }

    /** Seconds for all starts, from the time that some of them took; infinite for a form that fails. */
    private double trial(String form) {
        boolean small = stand.nodes() < NODES_WORTH_TRYING;
        int every = small ? 1 : TRIED_OF * everyWorthAll();
        try {
            return every
                    * Timing.of(1, 2, every == 1 ? 0 : PATIENCE, () -> count(form, every))
                            .best();
        } catch (Neo4jException | IllegalArgumentException e) {
            LOG.warn("{} failed", form, e);
            return Double.POSITIVE_INFINITY;
        }
    }

    private int everyWorthAll() {
        return (int) Math.max(1, stand.nodes() / NODES_WORTH_ALL);
    }

    private long count(String form, int every) {
        return stand.combinations(form, Map.of("every", every));
    }
}
