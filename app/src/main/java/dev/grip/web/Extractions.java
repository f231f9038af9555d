package dev.grip.web;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Progress;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The extractions of this server, at most one running at a time. They are remembered until the server stops. */
@Singleton
final class Extractions {

    private static final Logger LOG = LoggerFactory.getLogger(Extractions.class);

    private final Grip grip;
    private final ExecutorService executor;
    private final Map<String, Extraction> byId = new ConcurrentHashMap<>();

    Extractions(Grip grip, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.grip = grip;
        this.executor = executor;
    }

    /** Starts one in the background; empty when one is running already. */
    synchronized Optional<Extraction> start(boolean retryFailed) {
        if (running().isPresent()) {
            return Optional.empty();
        }
        var extraction = Extraction.started(Integer.toString(byId.size() + 1), grip.rehearsal());
        byId.put(extraction.id(), extraction);
        executor.execute(() -> extract(extraction.id(), retryFailed));
        return Optional.of(extraction);
    }

    Optional<Extraction> running() {
        return byId.values().stream()
                .filter(extraction -> extraction.state() == Extraction.State.RUNNING)
                .findAny();
    }

    Optional<Extraction> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Extraction> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Extraction::startedAt).reversed())
                .toList();
    }

    private void extract(String id, boolean retryFailed) {
        try {
            var report = grip.extract(new Watched(id), retryFailed);
            change(id, extraction -> extraction.done(report));
        } catch (RuntimeException failure) {
            LOG.error("Extraction {} failed", id, failure);
            var message = failure.getMessage();
            change(id, extraction -> extraction.failed(message == null ? failure.toString() : message));
        }
    }

    private void change(String id, UnaryOperator<Extraction> step) {
        byId.computeIfPresent(id, (key, extraction) -> step.apply(extraction));
    }

    private final class Watched implements Progress {

        private final String id;

        Watched(String id) {
            this.id = id;
        }

        @Override
        public void start(String stage, long total) {
            change(id, extraction -> extraction.stage(stage, total));
        }

        @Override
        public void advance(long steps) {
            change(id, extraction -> extraction.advanced(steps));
        }

        @Override
        public void finish(String summary) {}
    }
}
