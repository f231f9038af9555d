package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Greedy complete link as it is described, written a second time: one pair after the other, sets of texts, no cleverness. */
final class OneByOne {

    private final Drawn drawn;
    private final Drawn.Judge judge;
    private final Map<String, Mention> mentions = new HashMap<>();
    private final Map<String, Set<String>> classOf = new HashMap<>();
    private final Map<Set<String>, Boolean> said = new HashMap<>();
    private final Set<Set<String>> charged = new HashSet<>();
    private final Set<Set<String>> asked = new HashSet<>();
    private final Map<String, Integer> had = new HashMap<>();
    private long undecided;
    private long known;

    OneByOne(Drawn drawn, Drawn.Judge judge) {
        this.drawn = drawn;
        this.judge = judge;
        Map<String, Set<String>> homes = new HashMap<>();
        for (Mention mention : drawn.mentions()) {
            mentions.put(mention.text(), mention);
            String home = mention.knowledgePoint() == null ? "of " + mention.text() : mention.knowledgePoint();
            Set<String> one = homes.computeIfAbsent(home, key -> new TreeSet<>());
            one.add(mention.text());
            classOf.put(mention.text(), one);
        }
        for (Mention one : drawn.mentions()) {
            for (Mention other : drawn.mentions()) {
                drawn.findings().stream()
                        .filter(found -> found.first().equals(one.key())
                                && found.second().equals(other.key()))
                        .forEach(found -> said.put(Set.of(one.text(), other.text()), found.same()));
            }
        }
    }

    private record Two(String first, String second, double cosine) {}

    Drawn.Outcome run() {
        for (Two pair : sorted(mentions.keySet(), mentions.keySet())) {
            boolean candidate = pair.cosine() >= Drawn.BOUNDS.distinct() || Boolean.TRUE.equals(said(pair));
            if (pair.first().compareTo(pair.second()) < 0 && candidate) {
                look(pair);
            }
        }
        return new Drawn.Outcome(
                new HashSet<>(classOf.values()), asked, new Questions(0, asked.size(), known, 0, undecided));
    }

    private void look(Two pair) {
        Set<String> one = classOf.get(pair.first());
        Set<String> other = classOf.get(pair.second());
        if (one.equals(other) || (there(one) && there(other))) {
            return;
        }
        while (true) {
            List<Two> across = sorted(one, other);
            across.forEach(this::charge);
            if (across.stream().anyMatch(two -> Boolean.FALSE.equals(same(two)))) {
                return;
            }
            List<Two> open = across.stream().filter(two -> same(two) == null).toList();
            if (open.isEmpty()) {
                one.addAll(other);
                other.forEach(text -> classOf.put(text, one));
                return;
            }
            if (!affordable(open)) {
                return;
            }
            ask(open.get(0));
        }
    }

    private boolean there(Set<String> one) {
        return one.stream().map(mentions::get).map(Mention::knowledgePoint).anyMatch(Objects::nonNull);
    }

    private List<Two> sorted(Set<String> one, Set<String> other) {
        List<Two> pairs = new ArrayList<>();
        for (String first : one) {
            for (String second : other) {
                if (!first.equals(second)) {
                    boolean ordered = first.compareTo(second) < 0;
                    pairs.add(new Two(ordered ? first : second, ordered ? second : first, drawn.cosine(first, second)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Two two) -> -two.cosine())
                .thenComparing(Two::first)
                .thenComparing(Two::second));
        return pairs;
    }

    private Boolean said(Two two) {
        return said.get(Set.of(two.first(), two.second()));
    }

    private Boolean same(Two two) {
        if (mentions.get(two.first()).given() && mentions.get(two.second()).given()) {
            return false;
        }
        if (said(two) != null) {
            return said(two);
        }
        if (two.cosine() >= Drawn.BOUNDS.same()) {
            return true;
        }
        return two.cosine() < Drawn.BOUNDS.distinct() ? false : null;
    }

    private void charge(Two two) {
        if (said(two) != null && charged.add(Set.of(two.first(), two.second()))) {
            known++;
            pay(had, two);
        }
    }

    private static void pay(Map<String, Integer> had, Two two) {
        had.merge(two.first(), 1, Integer::sum);
        had.merge(two.second(), 1, Integer::sum);
    }

    private boolean affordable(List<Two> open) {
        Map<String, Integer> then = new HashMap<>(had);
        for (Two two : open) {
            int least = Math.min(then.getOrDefault(two.first(), 0), then.getOrDefault(two.second(), 0));
            if (least >= drawn.questionsPerMention()) {
                return false;
            }
            pay(then, two);
        }
        return true;
    }

    private void ask(Two two) {
        Boolean answer = judge.same(two.first(), two.second());
        asked.add(Set.of(two.first(), two.second()));
        charged.add(Set.of(two.first(), two.second()));
        said.put(Set.of(two.first(), two.second()), Boolean.TRUE.equals(answer));
        undecided += answer == null ? 1 : 0;
        pay(had, two);
    }
}
