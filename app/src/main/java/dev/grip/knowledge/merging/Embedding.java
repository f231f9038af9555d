package dev.grip.knowledge.merging;

import dev.grip.llm.EmbeddingModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** The vectors of spellings: those the graph has from this embedding model, and new ones, which are kept there. */
final class Embedding {

    private static final int BATCH = 256;

    private final MergingRepository repository;
    private final EmbeddingModel model;

    Embedding(MergingRepository repository, EmbeddingModel model) {
        this.repository = repository;
        this.model = model;
    }

    String model() {
        return model.name();
    }

    /** How many spellings have no vector of this model. */
    long missing(List<Spelling> spellings, Kept kept) {
        return waiting(spellings, kept).size();
    }

    /** By the key of the mention that stands for a spelling. */
    Map<String, float[]> vectors(List<Spelling> spellings, Kept kept, LongConsumer progress) {
        Map<String, float[]> vectors = new HashMap<>(kept.vectors());
        List<Spelling> waiting = waiting(spellings, kept);
        for (int from = 0; from < waiting.size(); from += BATCH) {
            Map<String, float[]> made = embed(waiting.subList(from, Math.min(waiting.size(), from + BATCH)));
            repository.recordEmbeddings(model.name(), made);
            vectors.putAll(made);
            progress.accept(made.size());
        }
        return vectors;
    }

    /** How many of those that are missing have a vector of another model. */
    long again(List<Spelling> spellings, Kept kept) {
        return waiting(spellings, kept).stream()
                .filter(spelling -> kept.stale().contains(spelling.standing().key()))
                .count();
    }

    String summary(List<Spelling> spellings, Kept kept) {
        long again = again(spellings, kept);
        return missing(spellings, kept) + " names embedded by " + model.name()
                + (again == 0 ? "" : ", " + again + " of them again, which another model had embedded");
    }

    private Map<String, float[]> embed(List<Spelling> spellings) {
        List<float[]> vectors = model.embed(
                spellings.stream().map(spelling -> spelling.standing().text()).toList());
        Map<String, float[]> made = new HashMap<>();
        for (int i = 0; i < vectors.size(); i++) {
            made.put(spellings.get(i).standing().key(), vectors.get(i));
        }
        return made;
    }

    private static List<Spelling> waiting(List<Spelling> spellings, Kept kept) {
        return spellings.stream()
                .filter(spelling ->
                        !kept.vectors().containsKey(spelling.standing().key()))
                .toList();
    }
}
