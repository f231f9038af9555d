package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rebuild from scratch would change. */
class RebuildTests {

    private static final Random ANY = new Random(1);

    @Test
    void knowledgePointsFoundTheSameLaterAreTold() {
        Drawn drawn = new Drawn()
                .mention("a", "kp1", false)
                .mention("b", "kp2", false)
                .mention("c", "kp3", false);
        drawn.cosine("a", "b", 0.8).found("a", "b", Finding.SAME, "a model");
        assertThat(differences(drawn))
                .containsExactly("a rebuild would join 'kp1' and 'kp2': 'a' and 'b' were found the same (cosine 0.800),"
                        + " but both knowledge points were there by then");
    }

    @Test
    void aMentionWhoseNearerNeighbourCameLaterIsTold() {
        Drawn drawn = new Drawn()
                .mention("a", "kp1", false)
                .mention("m", "kp1", false)
                .mention("a2", "kp1", false)
                .mention("z", "kp2", false);
        drawn.cosine("a", "m", 0.91)
                .cosine("a", "a2", 0.99)
                .cosine("a2", "m", 0.92)
                .cosine("m", "z", 0.95);
        assertThat(differences(drawn))
                .containsExactly(
                        "a rebuild would move 'm' from 'kp1' to 'kp2': 'z' has cosine 0.950 with it, 'a2' 0.920,"
                                + " and was compared with it later or not at all");
    }

    @Test
    void aMentionThatIsNoLongerTheSameAsItsClassIsTold() {
        Drawn drawn = new Drawn().mention("a", "kp1", false).mention("b", "kp1", false);
        assertThat(differences(drawn))
                .containsExactly("a rebuild would take 'b' from 'kp1': not all pairs of that class are known to be the"
                        + " same any more");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasBuiltFromScratchIsWhatARebuildGives(long seed) {
        for (int i = 0; i < 50; i++) {
            Drawn drawn = withoutClasses(Drawn.random(new Random(seed * 100 + i)));
            Set<Set<String>> classes =
                    answered(drawn, LinkageTests.erratic(seed)).classes();
            assertThat(differences(grown(drawn, classes)))
                    .as("seed %d", seed * 100 + i)
                    .isEmpty();
        }
    }

    /** Without a word about differences, the classes are those of a rebuild, and with one they are not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void classesThatGrewAreThoseOfARebuildUnlessItIsTold(long seed) {
        int told = 0;
        for (int i = 0; i < 50; i++) {
            Random random = new Random(seed * 100 + i);
            Drawn all = withoutClasses(Drawn.random(random)).questions(1000);
            int half = all.mentions().size() / 2;
            Drawn first = all.only(all.mentions().subList(0, half));
            Drawn.Judge judge = LinkageTests.erratic(seed);
            Set<Set<String>> before = answered(first, judge).classes();
            Drawn grown = grown(all.with(first.findings()), before);
            Set<Set<String>> classes = answered(grown, judge).classes();
            assertThat(classes).as("earlier classes stay together").allMatch(one -> before.stream()
                    .allMatch(old -> one.containsAll(old) || one.stream().noneMatch(old::contains)));
            List<String> differences = differences(grown(grown, classes));
            Situation scratch = grown.situation(false);
            grown.link(scratch, (one, other) -> false, ANY, 0);
            assertThat(differences.isEmpty())
                    .as("seed %d", seed * 100 + i)
                    .isEqualTo(Drawn.classes(scratch).equals(classes));
            told += differences.isEmpty() ? 0 : 1;
        }
        assertThat(told).isBetween(1, 49);
    }

    private static Drawn withoutClasses(Drawn drawn) {
        return drawn.only(drawn.mentions().stream()
                .map(one -> new Mention(one.key(), one.text(), 1, one.given(), null))
                .toList());
    }

    /** Links, and keeps the answers as findings. */
    private static Drawn.Outcome answered(Drawn drawn, Drawn.Judge judge) {
        Map<Set<String>, String> verdicts = new HashMap<>();
        Drawn.Outcome outcome = drawn.link(
                (one, other) -> {
                    Boolean same = judge.same(one, other);
                    String verdict = same == null ? Finding.UNDECIDED : same ? Finding.SAME : Finding.DISTINCT;
                    verdicts.put(Set.of(one, other), verdict);
                    return same;
                },
                ANY);
        verdicts.forEach((pair, verdict) -> {
            List<String> two = new ArrayList<>(pair);
            drawn.found(two.get(0), two.get(1), verdict, "a model");
        });
        return outcome;
    }

    /** The same mentions with a KP for each of these classes. */
    private static Drawn grown(Drawn drawn, Set<Set<String>> classes) {
        Map<String, String> points = new HashMap<>();
        classes.forEach(one ->
                one.forEach(text -> points.put(text, "kp of " + one.iterator().next())));
        return drawn.only(drawn.mentions().stream()
                .map(one -> new Mention(one.key(), one.text(), 1, one.given(), points.get(one.text())))
                .toList());
    }

    private static List<String> differences(Drawn drawn) {
        Situation scratch = drawn.situation(false);
        GrownClasses grown = GrownClasses.of(scratch.near().spellings(), drawn.mentions(), names(drawn));
        return new Rebuild(scratch, grown.numbers(), grown.names()).differences();
    }

    private static Map<String, String> names(Drawn drawn) {
        Map<String, String> names = new HashMap<>();
        drawn.mentions().stream()
                .map(Mention::knowledgePoint)
                .filter(id -> id != null)
                .forEach(id -> names.put(id, id));
        return names;
    }
}
