package dev.grip.llm.fleet;

import dev.grip.llm.http.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the servers of a fleet now and then: at the metrics of those that are in use, to adapt how much may be out to them and
 * to notice one that says it is well and does nothing; and at those that have failed, to see whether they are back. No look
 * waits for another. Thread-safe.
 */
final class LoadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadWatch.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "grip-model-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Replica> replicas;
    private final Admission admission;
    private final Rhythm rhythm;
    private final Tempo tempo;
    private final Set<Replica> underWay = ConcurrentHashMap.newKeySet();
    private final Set<Replica> unmeasured = ConcurrentHashMap.newKeySet();
    private final Map<Replica, Progress> progress = new ConcurrentHashMap<>();
    private final ScheduledFuture<?> ticking;

    /** How often to look, how long an answer to a look may take, and for how long a busy server may produce nothing. */
    record Rhythm(Duration look, Duration answer, Duration stuck) {
        static final Rhythm DEFAULT = new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(90));
    }

    private record Progress(double tokens, long since) {}

    LoadWatch(List<Replica> replicas, Admission admission, Rhythm rhythm, Tempo tempo) {
        this.replicas = List.copyOf(replicas);
        this.admission = admission;
        this.rhythm = rhythm;
        this.tempo = tempo;
        long nanos = rhythm.look().toNanos();
        this.ticking = CLOCK.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private void look() {
        replicas.forEach(replica -> {
            boolean broken = admission.read(replica, one -> one.breaker().lookDue(tempo.nanoTime()));
            boolean busy = admission.read(replica, one -> one.out() > 0);
            if ((broken || busy) && underWay.add(replica)) {
                look(replica, broken);
            }
            // Waits that a server asked for may be over.
            admission.change(replica, same -> {});
        });
    }

    private void look(Replica replica, boolean broken) {
        String root = EndpointUrl.root(replica.url());
        if (broken) {
            look(replica, root + "/health", health -> revive(replica, health));
        } else {
            look(replica, root + "/metrics", exchange -> {
                underWay.remove(replica);
                measured(replica, ModelProbe.load(exchange), exchange);
            });
        }
    }

    private void look(Replica replica, String address, Consumer<Exchange> then) {
        replica.connection().look(address, rhythm.answer(), then);
    }

    private void measured(Replica replica, Optional<ServerLoad> load, Exchange exchange) {
        if (load.isEmpty()) {
            if (exchange instanceof Exchange.Replied) {
                unmeasured(replica);
            }
            return;
        }
        replica.measured(load.get(), tempo.nanoTime());
        admission.change(replica, one -> one.limit().looked(load.get(), one.takePeak(), one.out()));
        notice(replica, load.get());
    }

    private void unmeasured(Replica replica) {
        replica.measured(false);
        if (unmeasured.add(replica)) {
            LOG.warn(
                    "Model server {} shows no metrics that can be read under /metrics: how many calls it takes at once is"
                            + " found out by trying",
                    replica.url());
        }
    }

    /** A server that has calls of ours and produces not one token is stuck, whatever its health says. */
    private void notice(Replica replica, ServerLoad load) {
        long now = tempo.nanoTime();
        Progress before = progress.get(replica);
        boolean unknown = !load.countsTokens() || load.running() + load.waiting() == 0;
        if (before == null || unknown || before.tokens() != load.tokens()) {
            progress.put(replica, new Progress(load.tokens(), now));
        } else if (now - before.since() > rhythm.stuck().toNanos()) {
            progress.remove(replica);
            String why = "it has produced no token for " + rhythm.stuck().toMillis() / 1000.0 + " s although "
                    + (long) (load.running() + load.waiting()) + " calls are there";
            admission.change(replica, one -> one.breaker().open(why, now));
            int stopped = replica.connection().stopAll(why);
            LOG.error("Model server {} is stuck: {}; {} calls are taken back", replica.url(), why, stopped);
        }
    }

    private void revive(Replica replica, Exchange health) {
        if (healthy(health)) {
            look(replica, replica.url() + "/models", models -> revived(replica, models));
        } else {
            revived(replica, health);
        }
    }

    /** Servers other than vLLM may have no such address; that they answer at all is enough. */
    private static boolean healthy(Exchange exchange) {
        return exchange instanceof Exchange.Replied replied && replied.reply().status() < 500;
    }

    private void revived(Replica replica, Exchange models) {
        underWay.remove(replica);
        boolean well = healthy(models) && serves(replica, models);
        admission.change(replica, one -> one.breaker().looked(well, tempo.nanoTime()));
        if (well) {
            replica.pools()
                    .forEach(pool -> replica.says(
                            ModelProbe.facts(models, pool.endpoint().model())));
            LOG.info("Model server {} is back; it gets one call to try", replica.url());
        }
    }

    /** A server that was started again may serve something else; without the list, the call that tries will tell. */
    private static boolean serves(Replica replica, Exchange models) {
        if (!(models instanceof Exchange.Replied replied) || !replied.reply().ok()) {
            return true;
        }
        String listed = replied.reply().body();
        return replica.pools().stream()
                .anyMatch(pool -> listed.contains('"' + pool.endpoint().model() + '"'));
    }

    @Override
    public void close() {
        ticking.cancel(false);
    }
}
