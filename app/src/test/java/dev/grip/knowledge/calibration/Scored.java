package dev.grip.knowledge.calibration;

import dev.grip.knowledge.calibration.LabelledPair.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs with cosines of one's choice. */
final class Scored {

    private final List<ScoredPair> pairs = new ArrayList<>();

    Scored same(double... cosines) {
        return add(Meaning.SAME, cosines);
    }

    Scored distinct(double... cosines) {
        return add(Meaning.DISTINCT, cosines);
    }

    /** So many pairs of the same meaning with one cosine. */
    Scored same(int number, double cosine) {
        return same(repeated(number, cosine));
    }

    /** So many pairs of two meanings with one cosine. */
    Scored distinct(int number, double cosine) {
        return distinct(repeated(number, cosine));
    }

    private static double[] repeated(int number, double cosine) {
        double[] cosines = new double[number];
        Arrays.fill(cosines, cosine);
        return cosines;
    }

    private Scored add(Meaning meaning, double... cosines) {
        for (double cosine : cosines) {
            String name = meaning + " " + pairs.size();
            pairs.add(new ScoredPair(new LabelledPair(name, "x", meaning, "algebra", "own", "why"), cosine));
        }
        return this;
    }

    List<ScoredPair> pairs() {
        return pairs;
    }

    Curve curve() {
        return new Curve(pairs);
    }
}
