package dev.grip.knowledge.calibration;

import dev.grip.knowledge.merging.Bounds;
import dev.grip.llm.EmbeddingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An embedding model measured on labelled pairs: the bounds that a rule chooses from the curve of the calibration half, what they
 * do on the held-out half, and what the pairs look like that it takes for the same although they are not, and the other way round.
 */
public record Calibration(
        String model,
        int dimensions,
        int names,
        int same,
        int distinct,
        BoundsRule rule,
        Bounds bounds,
        List<Row> curve,
        Outcome calibration,
        Outcome heldOut,
        List<NamedPair> nearestDistinct,
        List<NamedPair> farthestSame) {

    private static final int FROM = 70;
    private static final int TO = 98;
    private static final int WORST = 8;

    /**
     * The curve of both halves at one cosine, and how many of all pairs of names are at least that near: {@code allPairs}, a share,
     * says what it costs to ask about them.
     */
    public record Row(double cosine, Point calibration, Point heldOut, double allPairs) {}

    /** Measures a model on the pairs that come with the program. */
    public static Calibration of(EmbeddingModel model) {
        return of(model, Labels.pairs(), BoundsRule.STANDARD);
    }

    static Calibration of(EmbeddingModel model, List<LabelledPair> labelled, BoundsRule rule) {
        Embedded embedded = Embedded.of(model, labelled);
        List<ScoredPair> all = embedded.score(labelled);
        Map<Half, List<ScoredPair>> halves = all.stream()
                .collect(Collectors.groupingBy(scored -> scored.pair().half()));
        List<ScoredPair> calibration = halves.getOrDefault(Half.CALIBRATION, List.of());
        List<ScoredPair> heldOut = halves.getOrDefault(Half.HELD_OUT, List.of());
        Bounds bounds = rule.choose(new Curve(calibration));
        double[] everyPair = embedded.all();
        int same = (int) all.stream().filter(ScoredPair::same).count();
        return new Calibration(
                model.name(),
                model.dimensions(),
                embedded.size(),
                same,
                all.size() - same,
                rule,
                bounds,
                rows(new Curve(calibration), new Curve(heldOut), everyPair),
                Outcome.of(calibration, bounds),
                Outcome.of(heldOut, bounds),
                first(NamedPair.nearestFirst(all, scored -> !scored.same())),
                last(NamedPair.nearestFirst(all, ScoredPair::same)));
    }

    /** How many pairs there are of both meanings. */
    public int pairs() {
        return same + distinct;
    }

    private static List<Row> rows(Curve calibration, Curve heldOut, double[] everyPair) {
        List<Row> rows = new ArrayList<>();
        for (int hundredths = FROM; hundredths <= TO; hundredths += 2) {
            double cosine = hundredths / 100.0;
            rows.add(new Row(cosine, calibration.at(cosine), heldOut.at(cosine), share(everyPair, cosine)));
        }
        return rows;
    }

    private static double share(double[] ascending, double cosine) {
        return (double) Arrays.stream(ascending).filter(one -> one >= cosine).count() / Math.max(1, ascending.length);
    }

    private static List<NamedPair> first(List<NamedPair> pairs) {
        return pairs.subList(0, Math.min(WORST, pairs.size()));
    }

    private static List<NamedPair> last(List<NamedPair> pairs) {
        List<NamedPair> farthest = new ArrayList<>(pairs.subList(Math.max(0, pairs.size() - WORST), pairs.size()));
        Collections.reverse(farthest);
        return farthest;
    }
}
