package dev.grip.bench;

import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalServer;
import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Whether the client finds by itself how many calls a server wants, beside every fixed number that a user might have set: for a
 * server of 256 slots whose KV cache holds fewer, and again after it has lost half of both.
 */
final class AdaptationBench {

    private static final int SLOTS = 256;
    private static final int KV_BLOCKS = 1600;
    private static final int MOST = 1024;
    private static final List<Integer> FIXED = List.of(48, 64, 80, 96, 128, 144, 160, 192, 256, 384);
    private static final Duration FIXED_SETTLING = Duration.ofSeconds(4);
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(12);
    private static final String WORD = "step ";

    private final Consumer<String> notes;
    private final Consumer<Measure> out;

    AdaptationBench(Consumer<String> notes, Consumer<Measure> out) {
        this.notes = notes;
        this.out = out;
    }

    private record Best(int fixed, double rate) {}

    void run() {
        Best whole = best(SLOTS, KV_BLOCKS);
        Best half = best(SLOTS / 2, KV_BLOCKS / 2);
        try (RehearsalServer server = server(SLOTS, KV_BLOCKS);
                BenchFleet fleet = new BenchFleet(List.of(server.url()), MOST);
                ModelLoad load = new ModelLoad(
                        MOST, number -> BenchFleet.ask(fleet.judge(), "call-" + number, "Question " + number))) {
            load.go(SETTLING);
            report("calls/s, 256 slots and a KV limit", load.rate(MEASURED), fleet.limit(), whole);
            server.change(config -> config.withEngine(engine(SLOTS / 2, KV_BLOCKS / 2)));
            load.go(SETTLING);
            report("calls/s, after half of it is lost", load.rate(MEASURED), fleet.limit(), half);
            server.change(config -> config.withEngine(engine(SLOTS, KV_BLOCKS)));
            load.go(SETTLING);
            report("calls/s, after it is back", load.rate(MEASURED), fleet.limit(), whole);
        }
    }

    private void report(String metric, double rate, int limit, Best best) {
        out.accept(Measure.share(metric, rate, "calls/s", best.rate())
                .atLeast(0.95)
                .noting(String.format(
                        Locale.ROOT,
                        "beside the best fixed number in flight, %d of %s; it settled at %d by itself",
                        best.fixed(),
                        FIXED,
                        limit)));
    }

    private Best best(int slots, int kvBlocks) {
        Best best = new Best(0, 0);
        for (int fixed : FIXED) {
            double rate = fixed(slots, kvBlocks, fixed);
            notes.accept(String.format(
                    Locale.ROOT, "  %d slots, %d KV blocks, %d in flight: %.1f calls/s", slots, kvBlocks, fixed, rate));
            if (rate > best.rate()) {
                best = new Best(fixed, rate);
            }
        }
        return best;
    }

    private static double fixed(int slots, int kvBlocks, int inFlight) {
        try (RehearsalServer server = server(slots, kvBlocks);
                BareClient bare = new BareClient(server.url(), inFlight);
                ModelLoad load = new ModelLoad(inFlight, number -> bare.ask("Question " + number, 1000))) {
            load.go(FIXED_SETTLING);
            return load.rate(MEASURED);
        }
    }

    private static RehearsalServer server(int slots, int kvBlocks) {
        Latency latency = Latency.INSTANT
                .withPrefillOverhead(Duration.ofMillis(5))
                .withPrefillPerToken(Duration.ofNanos(20_000))
                .withInterToken(Duration.ofMillis(2))
                .withLoadFactor(2.5)
                .withJitter(0.1);
        return RehearsalServer.start(RehearsalConfig.of(BenchFleet.MODEL, Personality.FLAWLESS, AdaptationBench::say)
                .withMaxModelLength(4096)
                .withLatency(latency)
                .withEngine(engine(slots, kvBlocks)));
    }

    private static EngineConfig engine(int slots, int kvBlocks) {
        return EngineConfig.slots(slots).withKvBlocks(kvBlocks);
    }

    /** Between about 100 and 400 tokens. */
    private static String say(Conversation conversation) {
        return WORD.repeat(80 + conversation.dice().below(240));
    }
}
