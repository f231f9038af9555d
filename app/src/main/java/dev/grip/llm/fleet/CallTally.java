package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was asked of each model and what came of it. Thread-safe. */
public final class CallTally {

    private final Map<Key, Counts> counts = new ConcurrentHashMap<>();

    /** The counts so far, one row a model in the order of roles; rows are consistent in themselves. */
    public List<ModelCalls> snapshot() {
        List<ModelCalls> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(count.row(key)));
        rows.sort(Comparator.comparing(ModelCalls::role).thenComparing(ModelCalls::model));
        return List.copyOf(rows);
    }

    void sent(Endpoint endpoint) {
        of(endpoint).sent();
    }

    void answered(Endpoint endpoint, Answer answer) {
        of(endpoint).answered(answer);
    }

    private Counts of(Endpoint endpoint) {
        return counts.computeIfAbsent(new Key(endpoint.role(), endpoint.model()), key -> new Counts());
    }

    private record Key(Role role, String model) {}

    private static final class Counts {
        private long calls;
        private long attempts;
        private long complete;
        private long truncated;
        private long empty;
        private long promptTokens;
        private long completionTokens;
        private final Map<FailureCategory, Long> failures = new EnumMap<>(FailureCategory.class);

        synchronized void sent() {
            attempts++;
        }

        synchronized void answered(Answer answer) {
            calls++;
            promptTokens += answer.usage().promptTokens();
            completionTokens += answer.usage().completionTokens();
            answer.failure().ifPresent(category -> failures.merge(category, 1L, Long::sum));
            complete += answer instanceof Answer.Complete ? 1 : 0;
            truncated += answer instanceof Answer.Truncated ? 1 : 0;
            empty += answer instanceof Answer.Empty ? 1 : 0;
        }

        synchronized ModelCalls row(Key key) {
            return new ModelCalls(
                    key.role(),
                    key.model(),
                    calls,
                    attempts,
                    complete,
                    truncated,
                    empty,
                    promptTokens,
                    completionTokens,
                    failures);
        }
    }
}
