package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassesTests {

    @Test
    void aChainNeverJoinsItsDistinctEnds() {
        assertThat(classes(3, new Pair(0, 1, 0.95), new Pair(1, 2, 0.9))).containsExactly(List.of(0, 1), List.of(2));
        assertThat(classes(3, new Pair(0, 1, 0.9), new Pair(1, 2, 0.95))).containsExactly(List.of(0), List.of(1, 2));
        assertThat(classes(4, new Pair(0, 1, 0.9), new Pair(1, 2, 0.9), new Pair(2, 3, 0.9)))
                .containsExactly(List.of(0, 1), List.of(2, 3));
    }

    @Test
    void aCliqueIsOneClass() {
        assertThat(classes(4, new Pair(0, 2, 0.95), new Pair(2, 3, 0.9), new Pair(0, 3, 0.85)))
                .containsExactly(List.of(0, 2, 3), List.of(1));
    }

    @Test
    void existingClassesNeverJoinAndTakeInNewMembersOnlyWhole() {
        int[] fixed = {0, 0, 1, -1, -1};
        assertThat(classes(fixed, new Pair(0, 2, 0.99), new Pair(1, 2, 0.99)))
                .containsExactly(List.of(0, 1), List.of(2), List.of(3), List.of(4));
        assertThat(classes(fixed, new Pair(0, 3, 0.99), new Pair(2, 4, 0.9)))
                .as("3 is the same as 0 but not as 1")
                .containsExactly(List.of(0, 1), List.of(2, 4), List.of(3));
        assertThat(classes(fixed, new Pair(0, 3, 0.99), new Pair(1, 3, 0.9), new Pair(2, 3, 0.8)))
                .containsExactly(List.of(0, 1, 3), List.of(2), List.of(4));
        assertThat(classes(fixed, new Pair(3, 4, 0.99), new Pair(2, 3, 0.9), new Pair(2, 4, 0.8)))
                .containsExactly(List.of(0, 1), List.of(2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyClassIsACliqueThatCannotGrowWhateverTheOrder(long seed) {
        Random random = new Random(seed);
        int n = 5 + random.nextInt(25);
        List<Pair> same = randomPairs(n, random);
        List<List<Integer>> classes = classes(n, same.toArray(Pair[]::new));

        Set<Set<Integer>> pairs = same.stream()
                .map(pair -> Set.of(pair.first(), pair.second()))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(classes.stream().flatMap(List::stream).sorted().toList())
                .hasSize(n)
                .doesNotHaveDuplicates();
        for (int i = 0; i < classes.size(); i++) {
            assertThat(clique(classes.get(i), pairs)).isTrue();
            for (int j = i + 1; j < classes.size(); j++) {
                List<Integer> both = new ArrayList<>(classes.get(i));
                both.addAll(classes.get(j));
                assertThat(clique(both, pairs)).as("%s could join", both).isFalse();
            }
        }
        Collections.shuffle(same, random);
        assertThat(classes(n, same.toArray(Pair[]::new))).isEqualTo(classes);
        assertThat(renumbered(n, same, random)).isEqualTo(asSets(classes));
    }

    /** The classes after the mentions changed places and went back. */
    private static Set<Set<Integer>> renumbered(int n, List<Pair> same, Random random) {
        List<Integer> place = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            place.add(i);
        }
        Collections.shuffle(place, random);
        Pair[] moved = same.stream()
                .map(pair -> new Pair(
                        Math.min(place.get(pair.first()), place.get(pair.second())),
                        Math.max(place.get(pair.first()), place.get(pair.second())),
                        pair.score()))
                .toArray(Pair[]::new);
        return classes(n, moved).stream()
                .map(list -> list.stream().map(place::indexOf).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static Set<Set<Integer>> asSets(List<List<Integer>> classes) {
        return classes.stream().map(Set::copyOf).collect(Collectors.toSet());
    }

    /** Pairs of all different scores. */
    private static List<Pair> randomPairs(int n, Random random) {
        double density = random.nextDouble();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (random.nextDouble() < density) {
                    pairs.add(new Pair(i, j, random.nextDouble()));
                }
            }
        }
        return pairs;
    }

    private static boolean clique(List<Integer> members, Set<Set<Integer>> pairs) {
        return members.stream()
                .allMatch(a -> members.stream().allMatch(b -> a.equals(b) || pairs.contains(Set.of(a, b))));
    }

    private static List<List<Integer>> classes(int n, Pair... same) {
        int[] fixed = new int[n];
        Arrays.fill(fixed, -1);
        return classes(fixed, same);
    }

    private static List<List<Integer>> classes(int[] fixed, Pair... same) {
        Classes classes = new Classes(fixed);
        classes.join(List.of(same));
        return classes.result();
    }
}
