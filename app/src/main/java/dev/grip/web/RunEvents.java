package dev.grip.web;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.RunStatus;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The changes of a run as server-sent events, with a comment now and then so that no proxy takes the silence for an end. */
@Singleton
final class RunEvents {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Grip grip;
    private final Scheduler blocking;

    RunEvents(Grip grip, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.grip = grip;
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    Publisher<Event<?>> of(String id) {
        return changes(() -> grip.run(id).orElseThrow(), LOOK, HEARTBEAT, blocking);
    }

    static Flux<Event<?>> changes(Supplier<RunStatus> run, Duration look, Duration heartbeat, Scheduler blocking) {
        return Flux.interval(Duration.ZERO, look)
                .onBackpressureDrop()
                .publishOn(blocking, 1)
                .map(tick -> run.get())
                .distinctUntilChanged()
                .takeUntil(status -> status.state().ended())
                .publish(statuses -> statuses.<Event<?>>map(RunEvents::status)
                        .mergeWith(Flux.interval(heartbeat)
                                .onBackpressureDrop()
                                .<Event<?>>map(tick -> heartbeat())
                                .takeUntilOther(statuses.ignoreElements())));
    }

    private static Event<?> status(RunStatus status) {
        return Event.of(status).name("status").id(Long.toString(status.done()));
    }

    private static Event<?> heartbeat() {
        return Event.of("").comment("still running");
    }
}
