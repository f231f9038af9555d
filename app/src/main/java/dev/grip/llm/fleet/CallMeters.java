package dev.grip.llm.fleet;

import dev.grip.llm.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of one model and stage. */
final class CallMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter sent;
    private final Counter promptTokens;
    private final Counter completionTokens;
    private final Counter cachedTokens;
    private final Timer firstToken;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Counter> repeats = new ConcurrentHashMap<>();

    CallMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.sent = registry.counter("grip.llm.sent", tags);
        this.promptTokens = tokens("prompt");
        this.completionTokens = tokens("completion");
        this.cachedTokens = tokens("cached");
        this.firstToken = Timer.builder("grip.llm.first.token")
                .description("From the sending of a streamed call to its first token")
                .tags(tags)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
    }

    private Counter tokens(String type) {
        return registry.counter("grip.llm.tokens", tags.and("type", type));
    }

    void sent() {
        sent.increment();
    }

    void answered(String outcome, Usage usage) {
        outcomes.computeIfAbsent(outcome, word -> registry.counter("grip.llm.calls", tags.and("outcome", word)))
                .increment();
        promptTokens.increment(usage.promptTokens());
        completionTokens.increment(usage.completionTokens());
        cachedTokens.increment(usage.cachedTokens());
    }

    void repeated(String category) {
        repeats.computeIfAbsent(category, word -> registry.counter("grip.llm.repeats", tags.and("category", word)))
                .increment();
    }

    void firstToken(Duration after) {
        firstToken.record(after);
    }
}
