package dev.grip.knowledge.merging;

import dev.grip.knowledge.neighbours.NeighbourSearch;
import dev.grip.knowledge.neighbours.Pair;
import dev.grip.knowledge.neighbours.PairFilter;
import dev.grip.knowledge.neighbours.Progress;
import dev.grip.knowledge.neighbours.Reach;
import dev.grip.knowledge.neighbours.Vectors;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.prompts.PromptLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * The second filter (GRIP section 3.1): names that mean the same become one KP. Cosines at the upper bound are the same, those between
 * the bounds are put to a model (see {@link Linkage}), those below are distinct; every decision is kept as SIMILAR, and none is asked
 * about twice. KPs that are there keep their ids: new mentions join them or become new ones.
 */
public final class Merging {

    private static final int BATCH = 100;

    private final MergingRepository repository;
    private final NeighbourSearch search;
    private final Embedding embedding;
    private final SameMeaning sameMeaning;
    private final Calls calls;
    private final MergingRules rules;

    public Merging(
            MergingRepository repository,
            NeighbourSearch search,
            EmbeddingModel embedding,
            ChatModel model,
            PromptLibrary prompts,
            Calls calls,
            MergingRules rules) {
        this.repository = repository;
        this.search = search;
        this.embedding = new Embedding(repository, embedding);
        this.sameMeaning = new SameMeaning(model, prompts);
        this.calls = calls;
        this.rules = rules;
    }

    /** Gives every kept mention its KP and every seed the KPs of its mentions; asks nothing when all mentions have one. */
    public MergingReport run(Steps steps) {
        Kept kept = repository.kept(embedding.model());
        Findings findings = repository.findings();
        boolean reopened = findings.open(rules.questionsPerMention());
        MergingReport report = kept.allNamed() && !reopened ? nothing(steps) : merge(kept, findings, steps);
        repository.linkSeeds();
        return report;
    }

    /** Where the classes differ from those of a rebuild from scratch with the same evidence; asks nothing. */
    public Differences differences() {
        Kept kept = repository.kept(embedding.model());
        Findings findings = repository.findings();
        List<Spelling> spellings = Spellings.of(kept.mentions(), findings);
        Near near = near(spellings, embedding.vectors(spellings, kept, steps -> {}));
        return compare(near, findings, kept);
    }

    private static MergingReport nothing(Steps steps) {
        steps.begin("merge", 0);
        steps.end("nothing new");
        return MergingReport.NOTHING;
    }

    private MergingReport merge(Kept kept, Findings findings, Steps steps) {
        List<Spelling> spellings = Spellings.of(kept.mentions(), findings);
        LongConsumer embedded = steps.begin("embed", embedding.missing(spellings, kept));
        Map<String, float[]> vectors = embedding.vectors(spellings, kept, embedded);
        steps.end(embedding.summary(spellings, kept));
        Near near = near(spellings, vectors);
        Situation situation = Situation.of(near, findings, rules, true);
        List<KnownPoint> points = repository.points();
        IntPredicate joinable = findings.open(rules.questionsPerMention()) ? active(situation, points) : one -> false;
        long planned = situation.mostQuestions(rules.questionsPerMention(), joinable);
        Questions questions =
                ask(situation, joinable, steps.begin("merge", planned)).questions(planned);
        long created = record(situation, vectors, points);
        boolean grown = !points.isEmpty();
        Differences differences =
                grown ? compare(near, repository.findings(), repository.kept(embedding.model())) : Differences.NONE;
        steps.end(summary(questions, created, differences));
        return new MergingReport(questions, created, embedding.again(spellings, kept), differences);
    }

    private Near near(List<Spelling> spellings, Map<String, float[]> vectors) {
        List<float[]> ordered = spellings.stream()
                .map(spelling ->
                        Objects.requireNonNull(vectors.get(spelling.standing().key())))
                .toList();
        Vectors packed = Vectors.of(
                ordered,
                spellings.stream().map(spelling -> spelling.standing().text()).toList());
        Bounds bounds = rules.bounds();
        Reach reach = new Reach(bounds.distinct(), bounds.same(), Situation.reach(rules.questionsPerMention()));
        List<Pair> pairs =
                search.find(packed, reach, PairFilter.ALL, Progress.NONE).pairs();
        return new Near(spellings, packed::cosine, pairs, false);
    }

    private static IntPredicate active(Situation situation, List<KnownPoint> points) {
        Set<String> active =
                points.stream().filter(KnownPoint::active).map(KnownPoint::id).collect(Collectors.toSet());
        return one -> {
            String id = situation.names().knowledgePoint(one);
            return id != null && active.contains(id);
        };
    }

    private Tally ask(Situation situation, IntPredicate joinable, LongConsumer progress) {
        Linkage linkage = new Linkage(situation, rules.questionsPerMention(), joinable);
        Interview interview = new Interview(situation, linkage, sameMeaning, rules.questionsPerMention());
        List<Finding> waiting = new ArrayList<>();
        try {
            interview.run(calls, finding -> {
                waiting.add(finding);
                if (waiting.size() == BATCH) {
                    repository.recordSimilar(waiting);
                    waiting.clear();
                }
                progress.accept(1);
            });
        } finally {
            repository.recordSimilar(waiting);
        }
        repository.recordSimilar(
                linkage.tally().left().stream().map(interview::unasked).toList());
        return linkage.tally();
    }

    private long record(Situation situation, Map<String, float[]> vectors, List<KnownPoint> points) {
        List<List<Integer>> classes = situation.classes().result();
        repository.recordSimilar(new Proofs(situation, rules.questionsPerMention()).of(classes));
        Set<String> ids = points.stream().map(KnownPoint::id).collect(Collectors.toSet());
        List<ClassRecord> records = new ClassRecords(situation, ids).of(classes);
        repository.recordClasses(records, vectors);
        return records.stream().filter(ClassRecord::created).count();
    }

    /** {@code kept} with the KPs as they are now. */
    private Differences compare(Near near, Findings findings, Kept kept) {
        Map<String, String> names =
                repository.points().stream().collect(Collectors.toMap(KnownPoint::id, KnownPoint::name));
        GrownClasses grown = GrownClasses.of(near.spellings(), kept.mentions(), names);
        Situation scratch = Situation.of(near, findings, rules, false);
        return Differences.of(new Rebuild(scratch, grown.numbers(), grown.names()).differences());
    }

    private static String summary(Questions questions, long created, Differences differences) {
        return created + " new knowledge points, " + questions.asked() + " pairs put to the model (at most "
                + questions.planned() + " planned)"
                + (questions.known() == 0 ? "" : ", " + questions.known() + " known from before")
                + (questions.unasked() == 0 ? "" : ", " + questions.unasked() + " left unasked")
                + (differences.count() == 0 ? "" : ", " + differences.count() + " differences from a rebuild");
    }
}
