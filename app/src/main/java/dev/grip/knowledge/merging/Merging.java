package dev.grip.knowledge.merging;

import dev.grip.graph.Key;
import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.prompts.PromptLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The second filter (GRIP section 3.1): names that mean the same become one KP. Cosines at the upper bound merge, those between
 * the bounds are put to a model (at most so many nearest a mention), those below stay apart; every decision is kept as SIMILAR.
 */
public final class Merging {

    private final MergingRepository repository;
    private final EmbeddingModel embedding;
    private final SameMeaning sameMeaning;
    private final Calls calls;
    private final Bounds bounds;
    private final int questionsPerMention;

    public Merging(
            MergingRepository repository,
            EmbeddingModel embedding,
            ChatModel model,
            PromptLibrary prompts,
            Calls calls,
            Bounds bounds,
            int questionsPerMention) {
        this.repository = repository;
        this.embedding = embedding;
        this.sameMeaning = new SameMeaning(model, prompts);
        this.calls = calls;
        this.bounds = bounds;
        this.questionsPerMention = questionsPerMention;
    }

    /** A class of mentions and the KP it is: {@code id} and {@code name}; {@code embedding} is null for a KP that is there already. */
    record Named(String id, String name, List<String> mentions, @Nullable List<Float> embedding) {}

    /** Questions put to the model and KPs newly made. */
    public record Counts(long questions, long created) {}

    /** Gives every kept mention its KP and every seed the KPs of its mentions; asks nothing when all mentions have one. */
    public Counts run(LongConsumer progress) {
        List<Mention> mentions = repository.kept();
        if (mentions.stream().allMatch(mention -> mention.knowledgePoint() != null)) {
            repository.linkSeeds();
            return new Counts(0, 0);
        }
        List<float[]> vectors =
                embedding.embed(mentions.stream().map(Mention::text).toList());
        List<Pair> near = NearPairs.atLeast(vectors, bounds.distinct()).stream()
                .filter(pair -> undecided(mentions.get(pair.first()), mentions.get(pair.second())))
                .toList();
        Map<Pair, SameMeaning.Evidence> evidence = new HashMap<>();
        long asked = decide(mentions, near, evidence, progress);
        repository.recordSimilar(mentions, evidence.values());
        List<Named> classes = classes(mentions, vectors, near, evidence);
        repository.recordClasses(classes);
        repository.linkSeeds();
        return new Counts(
                asked,
                classes.stream().filter(named -> named.embedding() != null).count());
    }

    /** Pairs inside what is already decided, by a person's file or an earlier merge, are not looked at again. */
    private static boolean undecided(Mention first, Mention second) {
        boolean bothGiven = first.given() && second.given();
        boolean bothNamed = first.knowledgePoint() != null && second.knowledgePoint() != null;
        return !bothNamed && (!bothGiven || sameSpelling(first, second));
    }

    private static boolean sameSpelling(Mention first, Mention second) {
        return Mention.normal(first.text()).equals(Mention.normal(second.text()));
    }

    private long decide(
            List<Mention> mentions, List<Pair> near, Map<Pair, SameMeaning.Evidence> evidence, LongConsumer progress) {
        List<Pair> doubtful = new ArrayList<>();
        for (Pair pair : near) {
            if (sameSpelling(mentions.get(pair.first()), mentions.get(pair.second()))) {
                evidence.put(pair, SameMeaning.Evidence.same(pair, "spelling"));
            } else if (pair.score() >= bounds.same()) {
                evidence.put(pair, SameMeaning.Evidence.same(pair, "cosine"));
            } else {
                doubtful.add(pair);
            }
        }
        List<Pair> questions = NearPairs.nearestOf(doubtful, mentions.size(), questionsPerMention);
        calls.each(
                questions,
                pair -> sameMeaning.ask(
                        pair,
                        mentions.get(pair.first()).text(),
                        mentions.get(pair.second()).text()),
                answer -> {
                    evidence.put(answer.pair(), answer);
                    progress.accept(1);
                });
        return questions.size();
    }

    private static List<Named> classes(
            List<Mention> mentions, List<float[]> vectors, List<Pair> near, Map<Pair, SameMeaning.Evidence> evidence) {
        Map<String, Integer> existing = new HashMap<>();
        int[] fixed = new int[mentions.size()];
        for (int i = 0; i < fixed.length; i++) {
            String known = mentions.get(i).knowledgePoint();
            fixed[i] = known == null ? -1 : existing.computeIfAbsent(known, id -> existing.size());
        }
        Classes classes = new Classes(fixed);
        classes.join(near.stream()
                .filter(pair -> evidence.containsKey(pair)
                        && evidence.get(pair).verdict().equals(SameMeaning.SAME))
                .toList());
        return classes.result().stream()
                .map(members -> name(members, mentions, vectors))
                .toList();
    }

    private static Named name(List<Integer> members, List<Mention> mentions, List<float[]> vectors) {
        List<String> keys = members.stream().map(i -> mentions.get(i).key()).toList();
        for (int member : members) {
            String known = mentions.get(member).knowledgePoint();
            if (known != null) {
                return new Named(known, "", keys, null);
            }
        }
        int best = members.stream().min(representative(mentions)).orElseThrow();
        String name = mentions.get(best).text();
        return new Named("kp-" + Key.of("knowledge point", Mention.normal(name)), name, keys, boxed(vectors.get(best)));
    }

    /** A given name before an extracted one; then the one most seeds carry, then the shortest, then the alphabet. */
    private static Comparator<Integer> representative(List<Mention> mentions) {
        return Comparator.comparing((Integer i) -> !mentions.get(i).given())
                .thenComparing(i -> -mentions.get(i).seeds())
                .thenComparing(i -> mentions.get(i).text().length())
                .thenComparing(i -> mentions.get(i).text());
    }

    private static List<Float> boxed(float[] vector) {
        List<Float> values = new ArrayList<>(vector.length);
        for (float value : vector) {
            values.add(value);
        }
        return values;
    }
}
