package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was asked of each model for each stage and what came of it, and meters the same as {@code grip.llm.*}. Thread-safe.
 */
public final class CallTally {

    private final MeterRegistry meters;
    private final Map<Key, Counts> counts = new ConcurrentHashMap<>();

    public CallTally() {
        this(Metrics.globalRegistry);
    }

    CallTally(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The counts so far, one row a model and stage in the order of roles; rows are consistent in themselves. */
    public List<ModelCalls> snapshot() {
        List<ModelCalls> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(count.row(key)));
        rows.sort(Comparator.comparing(ModelCalls::role)
                .thenComparing(ModelCalls::model)
                .thenComparing(ModelCalls::stage));
        return List.copyOf(rows);
    }

    void sent(Endpoint endpoint, String stage) {
        of(endpoint, stage).sent();
    }

    void answered(Endpoint endpoint, String stage, Answer answer) {
        of(endpoint, stage).answered(answer);
    }

    void repeated(Endpoint endpoint, String stage, FailureCategory why) {
        of(endpoint, stage).repeated(why);
    }

    /** The first token of a streamed answer came after this time; nothing is noted when none came. */
    void firstToken(Endpoint endpoint, String stage, @Nullable Duration after) {
        if (after != null) {
            of(endpoint, stage).firstToken(after);
        }
    }

    /** An answer was read for its verdict in this way; {@code atOnce} is whether it ended as its prompt asks. */
    void read(Endpoint endpoint, String stage, String path, boolean atOnce) {
        of(endpoint, stage).read(path, atOnce);
    }

    private Counts of(Endpoint endpoint, String stage) {
        Key key = new Key(endpoint.role(), endpoint.model(), stage);
        return counts.computeIfAbsent(key, same -> new Counts(new CallMeters(meters, same.tags()), same));
    }

    private record Key(Role role, String model, String stage) {
        Tags tags() {
            return Tags.of("role", role.word(), "model", model, "stage", stage);
        }
    }

    private static final class Counts {
        private final CallMeters meters;
        private final ReadingAlarm alarm;
        private long calls;
        private long sent;
        private long promptTokens;
        private long completionTokens;
        private long cachedTokens;
        private long notAtOnce;
        private final Map<String, Long> outcomes = new HashMap<>();
        private final Map<FailureCategory, Long> repeats = new EnumMap<>(FailureCategory.class);
        private final Map<String, Long> verdicts = new HashMap<>();

        Counts(CallMeters meters, Key key) {
            this.meters = meters;
            this.alarm = new ReadingAlarm(key.model(), key.stage());
        }

        void sent() {
            meters.sent();
            synchronized (this) {
                sent++;
            }
        }

        void answered(Answer answer) {
            Usage usage = answer.usage();
            meters.answered(answer.outcome(), usage);
            synchronized (this) {
                calls++;
                promptTokens += usage.promptTokens();
                completionTokens += usage.completionTokens();
                cachedTokens += usage.cachedTokens();
                outcomes.merge(answer.outcome(), 1L, Long::sum);
            }
        }

        void repeated(FailureCategory why) {
            meters.repeated(why.name().toLowerCase(Locale.ROOT));
            synchronized (this) {
                repeats.merge(why, 1L, Long::sum);
            }
        }

        void firstToken(Duration after) {
            meters.firstToken(after);
        }

        void read(String path, boolean atOnce) {
            meters.read(path);
            synchronized (this) {
                verdicts.merge(path, 1L, Long::sum);
                notAtOnce += atOnce ? 0 : 1;
                alarm.counted(
                        verdicts.values().stream().mapToLong(Long::longValue).sum(), notAtOnce, path);
            }
        }

        synchronized ModelCalls row(Key key) {
            return new ModelCalls(
                    key.role(),
                    key.model(),
                    key.stage(),
                    calls,
                    sent,
                    outcomes,
                    repeats,
                    promptTokens,
                    completionTokens,
                    cachedTokens,
                    verdicts,
                    notAtOnce);
        }
    }
}
