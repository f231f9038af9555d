package dev.grip.knowledge.extraction;

import dev.grip.llm.Answer;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.seeds.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Names the KPs that each seed needs (GRIP section 3.1): by the extractor, or as given in the seed's file. */
public final class Extraction {

    private static final String PROMPT = "knowledge/extract-knowledge-points";
    private static final int BATCH = 100;

    private final ExtractionRepository repository;
    private final PromptedModel extractor;
    private final Calls calls;
    private final int limit;

    /** {@code limit} is the most KPs taken from one seed. */
    public Extraction(
            ExtractionRepository repository, ChatModel extractor, PromptLibrary prompts, Calls calls, int limit) {
        this.repository = repository;
        this.extractor = new PromptedModel(extractor, prompts.require(PROMPT, Set.of("limit", "problem", "solution")));
        this.calls = calls;
        this.limit = limit;
    }

    /** What became of one seed: its names, or why there are none. */
    record Outcome(Seed seed, List<String> names, String state, Map<String, Object> origin) {}

    /** Seeds read, names found and seeds whose answer held no names. */
    public record Counts(long seeds, long mentions, long failed) {}

    /** Makes failed extractions wait again. */
    public void retryFailures() {
        repository.retryFailures();
    }

    /** Seeds that wait for extraction. */
    public long waiting() {
        return repository.countUnextracted();
    }

    /** Extracts from every seed that has not been read yet; {@code progress} hears of every seed done. */
    public Counts run(LongConsumer progress) {
        Tally tally = new Tally();
        List<Seed> page = repository.unextracted(BATCH);
        while (!page.isEmpty()) {
            List<Outcome> outcomes = new ArrayList<>();
            calls.each(page, this::extract, outcome -> {
                outcomes.add(outcome);
                progress.accept(1);
            });
            repository.recordExtraction(outcomes);
            outcomes.forEach(tally::add);
            page = repository.unextracted(BATCH);
        }
        return tally.counts();
    }

    private Outcome extract(Seed seed) {
        if (!seed.knowledgePoints().isEmpty()) {
            return new Outcome(seed, seed.knowledgePoints(), "given", Map.of("model", "given"));
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("limit", Integer.toString(limit));
        inputs.put("problem", seed.problem());
        inputs.put("solution", seed.solution());
        PromptedModel.Reply reply = extractor.ask(inputs, 0);
        List<String> names = KnowledgePointList.parse(reply.answer(), limit);
        String state = names.isEmpty() ? reason(reply.answer()) : "extracted";
        return new Outcome(seed, names, state, reply.origin().properties());
    }

    private static String reason(Answer answer) {
        return answer.complete()
                ? "failed: the answer holds no list of knowledge points"
                : "failed: " + answer.trouble();
    }

    private static final class Tally {
        private long seeds;
        private long mentions;
        private long failed;

        void add(Outcome outcome) {
            seeds++;
            mentions += outcome.names().size();
            failed += outcome.names().isEmpty() ? 1 : 0;
        }

        Counts counts() {
            return new Counts(seeds, mentions, failed);
        }
    }
}
