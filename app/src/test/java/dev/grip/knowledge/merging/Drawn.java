package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.knowledge.neighbours.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mentions drawn by hand: how near every two are, which KP each has, what was found before. Bounds 0.9 and 0.5. */
final class Drawn {

    static final Bounds BOUNDS = new Bounds(0.9, 0.5);

    private final List<Mention> mentions = new ArrayList<>();
    private final Map<Set<String>, Double> cosines = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int questionsPerMention = 1000;

    /** What a judge says of two texts; null when it cannot be read. */
    interface Judge {
        @Nullable
        Boolean same(String one, String other);
    }

    /** The classes, the pairs asked about and the counts. */
    record Outcome(Set<Set<String>> classes, Set<Set<String>> asked, Questions questions) {}

    Drawn mention(String text) {
        return mention(text, null, false);
    }

    Drawn mention(String text, @Nullable String knowledgePoint, boolean given) {
        mentions.add(new Mention(Mention.key(text), text, 1, given, knowledgePoint));
        return this;
    }

    Drawn cosine(String one, String other, double cosine) {
        cosines.put(Set.of(one, other), cosine);
        return this;
    }

    Drawn found(String one, String other, String verdict, String decidedBy) {
        double score = cosines.getOrDefault(Set.of(one, other), 0.0);
        findings.add(new Finding(
                Mention.key(one), Mention.key(other), score, verdict, decidedBy, questionsPerMention, Map.of()));
        return this;
    }

    Drawn questions(int perMention) {
        questionsPerMention = perMention;
        return this;
    }

    int questionsPerMention() {
        return questionsPerMention;
    }

    Drawn shuffled(Random random) {
        java.util.Collections.shuffle(mentions, random);
        java.util.Collections.shuffle(findings, random);
        return this;
    }

    /** With these mentions instead. */
    Drawn only(List<Mention> others) {
        Drawn drawn = with(List.of());
        drawn.mentions.clear();
        drawn.mentions.addAll(others);
        return drawn;
    }

    /** With these findings besides. */
    Drawn with(List<Finding> more) {
        Drawn drawn = new Drawn().questions(questionsPerMention);
        drawn.mentions.addAll(mentions);
        drawn.cosines.putAll(cosines);
        drawn.findings.addAll(findings);
        drawn.findings.addAll(more);
        return drawn;
    }

    Situation situation(boolean keepClasses) {
        Findings found = new Findings(findings);
        return Situation.of(
                near(Spellings.of(mentions, found)), found, new MergingRules(BOUNDS, questionsPerMention), keepClasses);
    }

    Near near(List<Spelling> spellings) {
        Cosines between = (i, j) -> cosine(spellings.get(i), spellings.get(j));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < spellings.size(); i++) {
            for (int j = i + 1; j < spellings.size(); j++) {
                if (between.of(i, j) >= BOUNDS.distinct()) {
                    pairs.add(new Pair(i, j, between.of(i, j)));
                }
            }
        }
        pairs.sort(Pair.NEAREST_FIRST);
        return new Near(spellings, between, pairs, true);
    }

    double cosine(String one, String other) {
        return cosines.getOrDefault(Set.of(one, other), 0.0);
    }

    private double cosine(Spelling one, Spelling other) {
        return cosine(one.standing().text(), other.standing().text());
    }

    /** Answers one of the open questions at a time, chosen by chance, until all is decided. */
    Outcome link(Judge judge, Random timing) {
        return link(situation(true), judge, timing, questionsPerMention);
    }

    Outcome link(Situation situation, Judge judge, Random timing, int questionsPerMention) {
        long planned = situation.mostQuestions(questionsPerMention, one -> false);
        Linkage linkage = new Linkage(situation, questionsPerMention, one -> false);
        Set<Set<String>> asked = new HashSet<>();
        List<Linkage.Question> open = new ArrayList<>();
        while (true) {
            for (Linkage.Question ready = linkage.next(); ready != null; ready = linkage.next()) {
                open.add(ready);
            }
            if (open.isEmpty()) {
                return new Outcome(classes(situation), asked, linkage.tally().questions(planned));
            }
            Linkage.Question question = open.remove(timing.nextInt(open.size()));
            String one = text(situation, question.pair().first());
            String other = text(situation, question.pair().second());
            if (!asked.add(Set.of(one, other))) {
                throw new AssertionError(one + " and " + other + " are asked about twice");
            }
            linkage.answer(question, judge.same(one, other));
        }
    }

    static String text(Situation situation, int name) {
        return situation
                .near()
                .spellings()
                .get(situation.names().spellings(name)[0])
                .standing()
                .text();
    }

    static Set<Set<String>> classes(Situation situation) {
        return situation.classes().result().stream()
                .map(names -> names.stream()
                        .flatMap(situation.names()::mentions)
                        .map(Mention::text)
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    /** The same with one pair looked at after the other, by the rules as they are written, without regard to cost. */
    Outcome oneByOne(Judge judge) {
        return new OneByOne(this, judge).run();
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<Finding> findings() {
        return findings;
    }

    static Set<Set<String>> sets(String... classes) {
        return Arrays.stream(classes)
                .map(one -> Arrays.stream(one.split(" ", -1))
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    /** Random cosines, KPs, given names and findings. */
    static Drawn random(Random random) {
        Drawn drawn = new Drawn().questions(random.nextInt(4) == 0 ? 1000 : random.nextInt(5));
        int size = 4 + random.nextInt(16);
        double spread = 0.3 + 0.7 * random.nextDouble();
        List<String> texts = IntStream.range(0, size)
                .mapToObj(i -> String.format("n%02d", i))
                .toList();
        texts.forEach(text ->
                drawn.mention(text, random.nextInt(3) == 0 ? "kp" + random.nextInt(4) : null, random.nextInt(8) == 0));
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                // Few values, so that there are ties.
                double cosine = Math.round((1 - spread * random.nextDouble()) * 50) / 50.0;
                drawn.cosine(texts.get(i), texts.get(j), cosine);
                if (random.nextInt(12) == 0) {
                    drawn.found(texts.get(i), texts.get(j), random.nextBoolean() ? "same" : "distinct", "a model");
                }
            }
        }
        return drawn;
    }
}
