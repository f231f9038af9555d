package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The spellings as names: what is joined or kept apart as one. A name is one spelling, or several that a person said to be the same.
 * Names are numbered in the order of their first spelling.
 */
final class Names {

    private final List<Spelling> spellings;
    private final int[] nameOf;
    private final List<int[]> members;

    private Names(List<Spelling> spellings, int[] nameOf, List<int[]> members) {
        this.spellings = spellings;
        this.nameOf = nameOf;
        this.members = members;
    }

    /** {@code keepClasses}: names of different KPs stay different; otherwise the KPs that are there do not count. */
    static Names of(List<Spelling> spellings, Findings findings, boolean keepClasses) {
        return new Grouping(spellings, findings, keepClasses).names();
    }

    int size() {
        return members.size();
    }

    int of(int spelling) {
        return nameOf[spelling];
    }

    /** The positions of a name's spellings, ascending. */
    int[] spellings(int name) {
        return members.get(name);
    }

    Stream<Mention> mentions(int name) {
        return Arrays.stream(members.get(name)).mapToObj(spellings::get).flatMap(one -> one.mentions().stream());
    }

    boolean given(int name) {
        return Arrays.stream(members.get(name))
                .anyMatch(spelling -> spellings.get(spelling).given());
    }

    @Nullable
    String knowledgePoint(int name) {
        return mentions(name)
                .map(Mention::knowledgePoint)
                .filter(known -> known != null)
                .findFirst()
                .orElse(null);
    }

    /** Joins spellings to names; each group is known by its smallest spelling. */
    private static final class Grouping {
        private final List<Spelling> spellings;
        private final Findings findings;
        private final boolean keepClasses;
        private final int[] group;
        private final List<List<Integer>> members = new ArrayList<>();

        Grouping(List<Spelling> spellings, Findings findings, boolean keepClasses) {
            this.spellings = spellings;
            this.findings = findings;
            this.keepClasses = keepClasses;
            this.group = new int[spellings.size()];
            for (int i = 0; i < group.length; i++) {
                group[i] = i;
                members.add(new ArrayList<>(List.of(i)));
            }
        }

        Names names() {
            Map<String, Integer> place = places();
            findings.all().stream()
                    .filter(one -> one.byPerson() && one.same())
                    .filter(one -> place.containsKey(one.first()) && place.containsKey(one.second()))
                    .forEach(one -> join(place.getOrDefault(one.first(), 0), place.getOrDefault(one.second(), 0)));
            if (!keepClasses) {
                joinAlike();
            }
            return numbered();
        }

        /** Spellings that are one but for their KPs stand side by side. */
        private void joinAlike() {
            for (int i = 1; i < group.length; i++) {
                for (int j = i - 1; j >= 0 && alike(i, j); j--) {
                    join(j, i);
                }
            }
        }

        private boolean alike(int i, int j) {
            return spellings.get(i).normal().equals(spellings.get(j).normal());
        }

        private Map<String, Integer> places() {
            Map<String, Integer> place = new HashMap<>();
            for (int i = 0; i < group.length; i++) {
                for (Mention mention : spellings.get(i).mentions()) {
                    place.put(mention.key(), i);
                }
            }
            return place;
        }

        private void join(int first, int second) {
            int into = Math.min(group[first], group[second]);
            int from = Math.max(group[first], group[second]);
            if (into != from && mayJoin(into, from)) {
                members.get(from).forEach(one -> group[one] = into);
                members.get(into).addAll(members.get(from));
                members.get(from).clear();
            }
        }

        private boolean mayJoin(int into, int from) {
            return !findings.keptApart(mentions(into), mentions(from)) && (!keepClasses || oneClass(into, from));
        }

        private boolean oneClass(int into, int from) {
            return Stream.concat(mentions(into).stream(), mentions(from).stream())
                            .map(Mention::knowledgePoint)
                            .filter(known -> known != null)
                            .distinct()
                            .count()
                    <= 1;
        }

        private List<Mention> mentions(int one) {
            return members.get(one).stream()
                    .flatMap(spelling -> spellings.get(spelling).mentions().stream())
                    .collect(Collectors.toList());
        }

        private Names numbered() {
            int[] nameOf = new int[group.length];
            List<int[]> names = new ArrayList<>();
            for (List<Integer> one : members) {
                one.forEach(spelling -> nameOf[spelling] = names.size());
                if (!one.isEmpty()) {
                    names.add(one.stream().mapToInt(Integer::intValue).sorted().toArray());
                }
            }
            return new Names(spellings, nameOf, names);
        }
    }
}
