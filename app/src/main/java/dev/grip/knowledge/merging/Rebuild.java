package dev.grip.knowledge.merging;

import dev.grip.knowledge.neighbours.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Compares the classes that grew with those that a rebuild from scratch makes of the same evidence, without asking anything. Spellings
 * are those of one list; what counts as a difference is a class that would be joined with another, or a spelling that would leave its.
 */
final class Rebuild {

    private final Situation scratch;
    private final int[] rebuilt;
    private final int[] grown;
    private final List<String> names;

    /** {@code grown}: the number of the class of every spelling; {@code names} by that number. */
    Rebuild(Situation scratch, int[] grown, List<String> names) {
        this.scratch = scratch;
        this.grown = grown;
        this.names = names;
        this.rebuilt = rebuilt(scratch);
    }

    private static int[] rebuilt(Situation scratch) {
        Linkage linkage = new Linkage(scratch, 0, one -> false);
        if (linkage.next() != null) {
            throw new IllegalStateException("A rebuild without questions asks");
        }
        return classOfSpellings(scratch, scratch.classes().result());
    }

    /** The number of the class of every spelling. */
    static int[] classOfSpellings(Situation situation, List<List<Integer>> classes) {
        int[] numbers = new int[situation.near().spellings().size()];
        for (int number = 0; number < classes.size(); number++) {
            for (int name : classes.get(number)) {
                for (int spelling : situation.names().spellings(name)) {
                    numbers[spelling] = number;
                }
            }
        }
        return numbers;
    }

    /** The differences as sentences, in the order of the spellings. */
    List<String> differences() {
        int[] home = homes();
        Map<Integer, Integer> owner = new HashMap<>();
        Map<Integer, String> sentences = new TreeMap<>();
        for (int spelling = 0; spelling < grown.length; spelling++) {
            int one = grown[spelling];
            if (home[one] == rebuilt[spelling]) {
                int other = Objects.requireNonNullElse(owner.putIfAbsent(rebuilt[spelling], one), one);
                if (other != one) {
                    sentences.putIfAbsent(-1 - one, join(/* one= */ other, /* other= */ one));
                }
            }
        }
        for (int spelling = 0; spelling < grown.length; spelling++) {
            if (home[grown[spelling]] != rebuilt[spelling]) {
                sentences.put(spelling, move(spelling, owner.getOrDefault(rebuilt[spelling], -1)));
            }
        }
        return List.copyOf(sentences.values());
    }

    /** For every grown class the rebuilt one that most of its spellings are in; on a tie that of the first. */
    private int[] homes() {
        Map<Long, Integer> together = new HashMap<>();
        int[] home = new int[names.size()];
        int[] most = new int[names.size()];
        for (int spelling = 0; spelling < grown.length; spelling++) {
            together.merge((long) grown[spelling] << 32 | rebuilt[spelling], 1, Integer::sum);
        }
        for (int spelling = 0; spelling < grown.length; spelling++) {
            int count = together.getOrDefault((long) grown[spelling] << 32 | rebuilt[spelling], 0);
            if (count > most[grown[spelling]]) {
                most[grown[spelling]] = count;
                home[grown[spelling]] = rebuilt[spelling];
            }
        }
        return home;
    }

    private String join(int one, int other) {
        Pair nearest = nearest(members(one), members(other));
        return "a rebuild would join '" + names.get(one) + "' and '" + names.get(other) + "': '" + text(nearest.first())
                + "' and '" + text(nearest.second()) + "' were found the same (cosine " + round(nearest.score())
                + "), but both knowledge points were there by then";
    }

    private String move(int spelling, int to) {
        List<Integer> rest = new ArrayList<>(members(grown[spelling]));
        rest.removeIf(other -> rebuilt[other] == rebuilt[spelling]);
        Pair left = nearest(List.of(spelling), rest);
        String from = "'" + text(spelling) + "' from '" + names.get(grown[spelling]) + "'";
        if (to < 0 || to == grown[spelling]) {
            return "a rebuild would take " + from + ": not all pairs of that class are known to be the same any more";
        }
        Pair nearest = nearest(List.of(spelling), members(to));
        return "a rebuild would move " + from + " to '" + names.get(to) + "': '" + text(other(nearest, spelling))
                + "' has cosine " + round(nearest.score()) + " with it, '" + text(other(left, spelling)) + "' "
                + round(left.score()) + ", and was compared with it later or not at all";
    }

    private List<Integer> members(int one) {
        List<Integer> members = new ArrayList<>();
        for (int spelling = 0; spelling < grown.length; spelling++) {
            if (grown[spelling] == one) {
                members.add(spelling);
            }
        }
        return members;
    }

    private Pair nearest(List<Integer> these, List<Integer> those) {
        Pair nearest = new Pair(these.get(0), those.get(0), Double.NEGATIVE_INFINITY);
        for (int first : these) {
            for (int second : those) {
                double cosine = scratch.near().cosines().of(first, second);
                nearest = cosine > nearest.score() ? new Pair(first, second, cosine) : nearest;
            }
        }
        return nearest;
    }

    private static int other(Pair pair, int one) {
        return pair.first() == one ? pair.second() : pair.first();
    }

    private String text(int spelling) {
        return scratch.near().spellings().get(spelling).standing().text();
    }

    private static String round(double cosine) {
        return String.format(java.util.Locale.ROOT, "%.3f", cosine);
    }
}
