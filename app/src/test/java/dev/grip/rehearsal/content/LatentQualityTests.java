package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of problems as judges see them, by the distance of their knowledge points. */
class LatentQualityTests {

    private static final int MANY = 3000;
    private static final List<String> POINTS = StoriesTests.POINTS;

    private final BrainAtWork brain = new BrainAtWork(Personality.FLAWLESS, ring());

    /** Every point goes together with the next one alone. */
    private static Map<String, List<String>> ring() {
        Map<String, List<String>> recorded = new HashMap<>();
        for (int i = 0; i < POINTS.size(); i++) {
            recorded.put("Problem number " + i, List.of(POINTS.get(i), POINTS.get((i + 1) % POINTS.size())));
        }
        return recorded;
    }

    private static String[] pair(int i, int distance) {
        return new String[] {POINTS.get(i % POINTS.size()), POINTS.get((i + distance) % POINTS.size())};
    }

    private double[] scores(BrainAtWork judge, int distance) {
        double[] scores = new double[MANY];
        for (int i = 0; i < MANY; i++) {
            String[] points = pair(i, distance);
            scores[i] = judge.score(0, brain.write(i, points), points);
        }
        return scores;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.94, 0.78, 0.97", "2, 0.72, 0.12, 0.40", "3, 0.62, 0.04, 0.25"})
    void scoresFallWithDistanceAsPublishedAndAShareOfEveryClassPasses(
            int distance, double mean, double fewest, double most) {
        double[] scores = scores(brain, distance);

        assertThat(mean(scores)).isCloseTo(mean, Offset.offset(0.02));
        assertThat(shareFrom(0.85, scores)).isBetween(fewest, most);
        assertThat(scores).isEqualTo(scores(brain, distance));
    }

    @Test
    void problemsWithoutAQuantityAreAlwaysBad() {
        for (int i = 0; i < MANY; i++) {
            String[] points = pair(i, 3);
            String problem = brain.write(i, points);
            if (problem.contains("several")) {
                assertThat(brain.score(0, problem, points)).isLessThan(0.4);
            }
        }
    }

    @Test
    void aPointThatIsNotNeededCostsSomething() {
        String problem = "Mona has 5 bags with 19 ribbons in each bag and finds 37 more ribbons in a drawer."
                + " How many ribbons does Mona have?";
        Brain strict = Brain.of(
                Prompts.userTemplates(),
                Background.NONE,
                new LatentQuality(
                        new LatentQuality.DistanceClass(0.9, 0),
                        new LatentQuality.DistanceClass(0.9, 0),
                        new LatentQuality.DistanceClass(0.9, 0),
                        1e9,
                        0.2));
        BrainAtWork judge = BrainAtWork.flawless().with(strict);

        assertThat(judge.score(0, problem, "Addition")).isEqualTo(0.9);
        assertThat(judge.score(0, problem, "Addition", "Probability")).isEqualTo(0.7);
    }

    @Test
    void threeJudgesAgreeMostlyButNotAlways() {
        List<double[]> judges = List.of(
                mixed(new Personality(-0.01, 0.06, 0, 0).withDisagreementRate(0.08), "first"),
                mixed(new Personality(0.01, 0.06, 0, 0).withDisagreementRate(0.08), "second"),
                mixed(new Personality(0, 0.09, 0, 0).withDisagreementRate(0.12), "third"));

        for (int i = 1; i < judges.size(); i++) {
            for (int j = 0; j < i; j++) {
                // Language models as judges of texts: correlations of 0.6 to 0.9, the same side of a threshold for
                // most.
                assertThat(correlation(judges.get(i), judges.get(j))).isBetween(0.7, 0.9);
                assertThat(sameSide(judges.get(i), judges.get(j))).isBetween(0.75, 0.9);
            }
        }
    }

    /** Scores of problems of all distances by a judge with a name of its own. */
    private double[] mixed(Personality personality, String name) {
        double[] scores = new double[MANY];
        BrainAtWork judge = brain.as(personality).named(name);
        for (int i = 0; i < MANY; i++) {
            String[] points = pair(i, 1 + i % 3);
            scores[i] = judge.score(0, brain.write(i, points), points);
        }
        return scores;
    }

    @Test
    void biasAndNoiseAreWhatThePersonalitySays() {
        double[] common = scores(brain, 3);
        double[] strict = scores(brain.as(new Personality(-0.1, 0.05, 0, 0)), 3);
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            if (common[i] > 0.4 && common[i] < 0.6) {
                differences.add(strict[i] - common[i]);
            }
        }
        double[] all = differences.stream().mapToDouble(one -> one).toArray();

        assertThat(all.length).isGreaterThan(MANY / 10);
        assertThat(mean(all)).isCloseTo(-0.1, Offset.offset(0.01));
        assertThat(deviation(all)).isCloseTo(0.05, Offset.offset(0.005));
    }

    @Test
    void aJudgeTakesAViewOfItsOwnAsOftenAsItsPersonalitySays() {
        double[] common = scores(brain, 2);
        double[] own = scores(brain.as(Personality.FLAWLESS.withDisagreementRate(0.2)), 2);
        int differing = 0;
        for (int i = 0; i < MANY; i++) {
            differing += common[i] == own[i] ? 0 : 1;
        }

        assertThat((double) differing / MANY).isBetween(0.17, 0.22);
        assertThat(mean(own)).isCloseTo(mean(common), Offset.offset(0.03));
    }

    @ParameterizedTest
    @CsvSource({"0.94, 8", "0.62, 8", "0.5, 1", "0.05, 3"})
    void aBetaDistributionHasItsMeanAndVariance(double mean, double concentration) {
        Dice dice = Dice.of("beta");
        double[] draws = new double[50_000];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = new Beta(mean, concentration).draw(dice);
        }
        double variance = mean * (1 - mean) / (concentration + 1);

        assertThat(Arrays.stream(draws)).allMatch(draw -> draw >= 0 && draw <= 1);
        assertThat(mean(draws)).isCloseTo(mean, Offset.offset(0.005));
        assertThat(deviation(draws)).isCloseTo(Math.sqrt(variance), Offset.offset(0.005));
    }

    @Test
    void qualitiesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new LatentQuality.DistanceClass(0.94, 0.2)).hasMessageContaining("0.94");
        assertThatThrownBy(() -> new LatentQuality.DistanceClass(1.2, 0)).hasMessageContaining("1.2");
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        return Math.sqrt(covariance(values, values));
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }

    private static double correlation(double[] a, double[] b) {
        return covariance(a, b) / (deviation(a) * deviation(b));
    }

    private static double shareFrom(double threshold, double[] values) {
        return (double) Arrays.stream(values)
                        .filter(value -> value >= threshold)
                        .count()
                / values.length;
    }

    private static double sameSide(double[] a, double[] b) {
        int same = 0;
        for (int i = 0; i < a.length; i++) {
            same += (a[i] >= 0.85) == (b[i] >= 0.85) ? 1 : 0;
        }
        return (double) same / a.length;
    }
}
