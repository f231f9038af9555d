package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How good the classes are with judges of known error rates, against what can be computed beforehand. */
class JudgeErrorTests {

    private static final int GROUPS = 1500;

    /** Rare enough that a right program practically never fails: four standard deviations. */
    private static final double BOUND = 4;

    /**
     * Groups far from each other: a1 and a2 are the same, b is distinct from both but near. With error rate e the pair a1 a2 is asked
     * first and joined with 1-e; b then joins both with e². Without a1 a2, b joins a1 with e or else a2 with e.
     */
    @ParameterizedTest
    @CsvSource({"0.01, 1", "0.05, 2", "0.1, 3", "0.3, 4"})
    void classesAreRightAsOftenAsTheErrorRateOfTheJudgeLetsExpect(double e, long seed) {
        Drawn drawn = new Drawn();
        for (int i = 0; i < GROUPS; i++) {
            drawn.mention(i + "a1").mention(i + "a2").mention(i + "b");
            drawn.cosine(i + "a1", i + "a2", 0.85)
                    .cosine(i + "a1", i + "b", 0.8)
                    .cosine(i + "a2", i + "b", 0.75);
        }
        Set<Set<String>> classes =
                drawn.link(wrongAtTimes(e, seed), new Random(seed)).classes();
        long right = 0;
        long wrongJoins = 0;
        for (int i = 0; i < GROUPS; i++) {
            boolean joined = classes.contains(new TreeSet<>(Set.of(i + "a1", i + "a2")));
            right += joined ? 1 : 0;
            wrongJoins += classes.contains(Set.of(i + "b")) ? 0 : 1;
        }
        assertShare(right, (1 - e) * (1 - e * e));
        assertShare(wrongJoins, (1 - e) * e * e + e * (e + (1 - e) * e));
    }

    private static void assertShare(long count, double expected) {
        double deviation = Math.sqrt(GROUPS * expected * (1 - expected));
        assertThat((double) count).isCloseTo(GROUPS * expected, Offset.offset(BOUND * deviation));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPerfectJudgeGivesTheTruthExactlyWhenEveryQuestionIsPaid(long seed) {
        Drawn drawn = truth(60, new Random(seed));
        Drawn.Outcome outcome = drawn.link(LABELS, new Random(seed));
        assertThat(outcome.classes()).isEqualTo(labelled(drawn));
        assertThat(outcome.questions().unasked()).isZero();
    }

    @Test
    void aPerfectJudgeNeverJoinsWhatIsDistinctHoweverFewQuestionsThereAre() {
        for (int questions = 0; questions < 6; questions++) {
            Drawn drawn = truth(60, new Random(9)).questions(questions);
            Drawn.Outcome outcome = drawn.link(LABELS, new Random(9));
            assertThat(outcome.classes()).allSatisfy(one -> assertThat(
                            one.stream().map(JudgeErrorTests::label).distinct())
                    .hasSize(1));
            assertThat(outcome.questions().asked())
                    .isLessThanOrEqualTo((long) questions * drawn.mentions().size());
        }
    }

    private static final Drawn.Judge LABELS = (one, other) -> label(one).equals(label(other));

    private static String label(String text) {
        return text.substring(0, text.indexOf('-'));
    }

    /** Classes of 1 to 6 names; names of one class are near each other, some of others nearer still. */
    private static Drawn truth(int classes, Random random) {
        Drawn drawn = new Drawn();
        for (int i = 0; i < classes; i++) {
            int size = 1 + random.nextInt(6);
            for (int j = 0; j < size; j++) {
                drawn.mention(i + "-" + j);
            }
        }
        drawn.mentions().forEach(one -> drawn.mentions().forEach(other -> {
            if (one.text().compareTo(other.text()) < 0) {
                boolean same = label(one.text()).equals(label(other.text()));
                double cosine = same ? 0.55 + 0.4 * random.nextDouble() : 0.89 * random.nextDouble();
                drawn.cosine(one.text(), other.text(), cosine);
            }
        }));
        return drawn;
    }

    private static Set<Set<String>> labelled(Drawn drawn) {
        Map<String, Set<String>> classes = new HashMap<>();
        drawn.mentions().forEach(mention -> classes.computeIfAbsent(label(mention.text()), key -> new TreeSet<>())
                .add(mention.text()));
        return new HashSet<>(classes.values());
    }

    /** Wrong about a share {@code e} of all pairs, always about the same ones. */
    private static Drawn.Judge wrongAtTimes(double e, long seed) {
        return (one, other) -> {
            boolean same = one.contains("a") && other.contains("a");
            String pair = one.compareTo(other) < 0 ? one + other : other + one;
            return same != (new Random(seed * 7919 + pair.hashCode()).nextDouble() < e);
        };
    }
}
