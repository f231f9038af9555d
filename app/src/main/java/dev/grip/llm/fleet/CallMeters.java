package dev.grip.llm.fleet;

import dev.grip.llm.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of one model and stage; a meter is there from the first thing that it counts. */
final class CallMeters {

    /** From a server with room, whose first token comes at once, to the longest wait that is allowed by default. */
    private static final Duration[] FIRST_TOKEN = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter sent;
    private final Counter promptTokens;
    private final Counter completionTokens;
    private final Counter cachedTokens;
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Counter> repeats = new ConcurrentHashMap<>();
    private final Map<String, Counter> verdicts = new ConcurrentHashMap<>();

    CallMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.sent = counter("grip.llm.sent", "Requests that went out, repeated ones included", tags);
        this.promptTokens = tokens("prompt");
        this.completionTokens = tokens("completion");
        this.cachedTokens = tokens("cached");
    }

    private Counter tokens(String type) {
        return counter(
                "grip.llm.tokens",
                "Tokens as servers count them; those of type cached are part of the prompt's",
                tags.and("type", type));
    }

    private Counter counter(String name, String what, Tags all) {
        return Counter.builder(name).description(what).tags(all).register(registry);
    }

    void sent() {
        sent.increment();
    }

    void answered(String outcome, Usage usage) {
        outcomes.computeIfAbsent(
                        outcome,
                        word -> counter(
                                "grip.llm.calls",
                                "Calls that have ended, by how they ended",
                                tags.and("outcome", word)))
                .increment();
        promptTokens.increment(usage.promptTokens());
        completionTokens.increment(usage.completionTokens());
        cachedTokens.increment(usage.cachedTokens());
    }

    void repeated(String category) {
        repeats.computeIfAbsent(
                        category,
                        word -> counter(
                                "grip.llm.repeats",
                                "Requests that had to be sent again, by what was the trouble",
                                tags.and("category", word)))
                .increment();
    }

    void read(String path) {
        verdicts.computeIfAbsent(
                        path,
                        word -> counter(
                                "grip.llm.verdicts",
                                "Verdicts by how they were read in answers, those that could not be read included",
                                tags.and("path", word)))
                .increment();
    }

    void firstToken(Duration after) {
        Timer.builder("grip.llm.first.token")
                .description("From the sending of a streamed call to its first token")
                .tags(tags)
                .serviceLevelObjectives(FIRST_TOKEN)
                .register(registry)
                .record(after);
    }
}
