package dev.grip.bench;

import dev.grip.rehearsal.Journal.ReceivedRequest;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalServer;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What becomes of the calls when one of three servers of a model is killed in the middle. */
final class ReplicaBench {

    private static final int SERVERS = 3;
    private static final int SLOTS = 32;
    /** A little less than all slots, so that two servers can do more than two thirds of it. */
    private static final int CALLERS = 90;

    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final int MOST_WINDOWS = 60;

    private final Consumer<Measure> out;

    ReplicaBench(Consumer<Measure> out) {
        this.out = out;
    }

    void run() {
        List<RehearsalServer> servers =
                Stream.generate(ReplicaBench::server).limit(SERVERS).toList();
        try (BenchFleet fleet = new BenchFleet(
                        servers.stream().map(RehearsalServer::url).toList(), 256);
                ModelLoad load = new ModelLoad(
                        CALLERS, number -> BenchFleet.ask(fleet.judge(), "call-" + number, "Question " + number))) {
            load.go(SETTLING);
            double before = load.rate(MEASURED);
            servers.get(0).kill();
            report(load, before, System.nanoTime());
            load.go(MEASURED);
            load.finish();
            count(servers, load);
        } finally {
            servers.forEach(RehearsalServer::close);
        }
    }

    private void report(ModelLoad load, double before, long killed) {
        for (int i = 0; i < MOST_WINDOWS; i++) {
            double rate = load.rate(WINDOW);
            if (rate >= before * 2 / SERVERS) {
                double seconds = (System.nanoTime() - killed) / 1e9;
                out.accept(Measure.of("back to 2/3 after 1 of 3 is killed", seconds, "s")
                        .atMost(10)
                        .noting(String.format(java.util.Locale.ROOT, "%.0f calls/s before, %.0f then", before, rate)));
                return;
            }
        }
        throw new BenchException("Throughput did not come back within 30 s of the end of one of three servers");
    }

    private void count(List<RehearsalServer> servers, ModelLoad load) {
        Set<String> ids = new HashSet<>();
        long twice = servers.stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request -> request.id().startsWith("call-"))
                .map(ReceivedRequest::id)
                .filter(id -> !ids.add(id))
                .count();
        out.accept(Measure.count("calls lost", load.asked() - load.answered(), "calls")
                .atMost(0));
        out.accept(Measure.count("requests received twice", twice, "requests")
                .atMost(0)
                .noting("by the journals of the servers, of " + ids.size() + " request ids"));
    }

    private static RehearsalServer server() {
        return RehearsalServer.start(RehearsalConfig.of(BenchFleet.MODEL, Personality.FLAWLESS, conversation -> "Fine.")
                .withEngine(EngineConfig.slots(SLOTS))
                .withLatency(Latency.fixed(LATENCY)));
    }
}
