package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joining by greedy complete link, with judges of all kinds. */
class LinkageTests {

    private static final Drawn.Judge NEVER = (one, other) -> {
        throw new AssertionError(one + " and " + other + " are asked about");
    };

    @Test
    void aChainNeverJoinsEndsThatAreFarApart() {
        Drawn chain =
                letters("a b c").cosine("a", "b", 0.95).cosine("b", "c", 0.92).cosine("a", "c", 0.3);
        assertThat(chain.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("a b", "c"));
    }

    @Test
    void aChainNeverJoinsEndsThatAModelFindsDistinct() {
        Drawn chain =
                letters("a b c").cosine("a", "b", 0.8).cosine("b", "c", 0.7).cosine("a", "c", 0.6);
        Drawn.Judge judge = (one, other) -> !Set.of(one, other).equals(Set.of("a", "c"));
        Drawn.Outcome outcome = chain.link(judge, new Random(1));
        assertThat(outcome.classes()).isEqualTo(Drawn.sets("a b", "c"));
        assertThat(outcome.asked()).isEqualTo(Drawn.sets("a b", "b c", "a c"));
    }

    @Test
    void aLongChainFallsIntoPairsWhoseEndsWereNeverFoundDistinct() {
        Drawn chain = letters("a b c d e f");
        String all = "abcdef";
        for (int i = 0; i + 1 < all.length(); i++) {
            chain.cosine(all.substring(i, i + 1), all.substring(i + 1, i + 2), 0.99 - 0.01 * i);
        }
        assertThat(chain.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("a b", "c d", "e f"));
    }

    @Test
    void twoClassesWithOneDistinctPairAcrossAreAskedAboutNoFurther() {
        Drawn two = letters("a b c d")
                .cosine("a", "b", 0.95)
                .cosine("c", "d", 0.94)
                .cosine("a", "c", 0.8)
                .cosine("a", "d", 0.7)
                .cosine("b", "c", 0.6)
                .cosine("b", "d", 0.2);
        assertThat(two.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("a b", "c d"));
    }

    @Test
    void whatAPersonSaidOverridesCosineModelAndFile() {
        Drawn drawn = new Drawn()
                .mention("a", null, true)
                .mention("b", null, true)
                .mention("c")
                .mention("d");
        drawn.cosine("c", "d", 0.99)
                .found("a", "b", Finding.SAME, Finding.PERSON)
                .found("c", "d", Finding.DISTINCT, Finding.PERSON)
                .found("c", "d", Finding.SAME, "a model");
        assertThat(drawn.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("a b", "c", "d"));
    }

    @Test
    void namesThatAPersonJoinedFindOthersByTheNearestOfThem() {
        Drawn drawn = letters("a b c")
                .cosine("a", "c", 0.95)
                .cosine("b", "c", 0.1)
                .found("a", "b", Finding.SAME, Finding.PERSON);
        assertThat(drawn.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("a b c"));
    }

    @Test
    void aNewMentionOfAKnownSpellingJoinsItsKnowledgePointUnlessAPersonKeepsItApart() {
        Drawn drawn =
                new Drawn().mention("Ratio", "kp1", false).mention("ratio").mention("RATIO");
        drawn.found("Ratio", "RATIO", Finding.DISTINCT, Finding.PERSON);
        assertThat(drawn.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("Ratio ratio", "RATIO"));
        assertThat(Drawn.classes(drawn.situation(false)))
                .as("before anything is compared, without the KPs that are there")
                .hasSize(2);
    }

    @Test
    void twoKnowledgePointsThatAreThereNeverJoin() {
        Drawn drawn = new Drawn()
                .mention("a", "kp1", false)
                .mention("b", "kp2", false)
                .mention("c");
        drawn.cosine("a", "b", 0.99).cosine("a", "c", 0.95).cosine("b", "c", 0.95);
        assertThat(drawn.link(NEVER, new Random(1)).classes()).isEqualTo(Drawn.sets("a c", "b"));
    }

    @Test
    void noQuestionIsAskedWhoseAnswerCannotBePaidToAnEnd() {
        Drawn drawn = letters("a b c")
                .questions(1)
                .cosine("a", "b", 0.95)
                .cosine("a", "c", 0.8)
                .cosine("b", "c", 0.7);
        assertThat(drawn.link((one, other) -> true, new Random(1)).asked())
                .as("c pays for the first, b for the second")
                .isEqualTo(Drawn.sets("a c", "b c"));
        Drawn.Outcome unpaid = drawn.questions(0).link(NEVER, new Random(1));
        assertThat(unpaid.classes()).isEqualTo(Drawn.sets("a b", "c"));
        assertThat(unpaid.questions()).isEqualTo(new Questions(0, 0, 0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void manyQuestionsAtOnceGiveTheClassesAndQuestionsOfOneAfterTheOther(int block) {
        for (int i = 0; i < 200; i++) {
            long seed = 1000L * block + i;
            Drawn drawn = Drawn.random(new Random(seed));
            Drawn.Judge judge = erratic(seed);
            Drawn.Outcome expected = drawn.oneByOne(judge);
            Drawn.Outcome outcome = drawn.link(judge, new Random(seed + 7));
            assertThat(outcome.classes()).as("seed %d", seed).isEqualTo(expected.classes());
            assertThat(outcome.asked()).as("seed %d", seed).isEqualTo(expected.asked());
            assertThat(outcome.questions().known())
                    .as("seed %d", seed)
                    .isEqualTo(expected.questions().known());
            assertThat(outcome.questions().undecided())
                    .isEqualTo(expected.questions().undecided());
            assertThat(outcome.questions().asked())
                    .as("seed %d, planned", seed)
                    .isLessThanOrEqualTo(outcome.questions().planned());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theOrderOfMentionsAndOfAnswersDoesNotMatter(long seed) {
        Drawn.Judge judge = erratic(seed);
        Drawn.Outcome first = Drawn.random(new Random(seed)).link(judge, new Random(seed));
        for (int i = 0; i < 20; i++) {
            Drawn shuffled = Drawn.random(new Random(seed)).shuffled(new Random(i));
            assertThat(shuffled.link(judge, new Random(i))).as("shuffle %d", i).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aBuildThatIsBrokenOffAndResumedAsksNothingTwiceAndEndsTheSame(long seed) {
        for (int i = 0; i < 50; i++) {
            long each = 100 * seed + i;
            Drawn.Judge judge = erratic(each);
            Drawn.Outcome whole = Drawn.random(new Random(each)).link(judge, new Random(1));
            Drawn resumed = Drawn.random(new Random(each));
            Set<Set<String>> before = Broken.off(resumed, judge, new Random(each));
            Drawn.Outcome rest = resumed.link(judge, new Random(2));
            assertThat(rest.classes()).as("seed %d", each).isEqualTo(whole.classes());
            assertThat(rest.asked()).as("seed %d", each).noneMatch(before::contains);
            before.addAll(rest.asked());
            assertThat(before).as("seed %d", each).isEqualTo(whole.asked());
        }
    }

    private static Drawn letters(String letters) {
        Drawn drawn = new Drawn();
        for (String letter : letters.split(" ", -1)) {
            drawn.mention(letter);
        }
        return drawn;
    }

    /** Always the same about one pair, whatever the order, and without any logic. */
    static Drawn.Judge erratic(long seed) {
        return (one, other) -> {
            int hash = Math.floorMod(
                    Long.hashCode(seed * 31 + one.hashCode() * 1_000_003L + other.hashCode() * 1_000_003L), 10);
            return hash == 0 ? null : Boolean.valueOf(hash < 6);
        };
    }
}
