package dev.grip.web;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.runs.RunStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The changes of a run as server-sent events, with a comment now and then so that no proxy takes the silence for an end. */
@Controller(Site.API + "/runs")
@Tag(name = "runs")
final class RunEvents {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Grip grip;
    private final Scheduler blocking;

    RunEvents(Grip grip, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.grip = grip;
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    /**
     * Server-sent events until the run has ended: {@code status}, the run whenever it changed; and {@code progress}, each second while
     * this process carries it out: its pace over the last minute, its cost, and how busy each model is.
     *
     * @return the events
     */
    @Get(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<?>> events(String id) {
        var changes =
                changes(() -> look(id), LOOK, HEARTBEAT, blocking).publish().refCount(2);
        var paces = Flux.interval(PACE, PACE)
                .onBackpressureDrop()
                .publishOn(blocking, 1)
                .<Event<?>>mapNotNull(tick -> grip.progress(id)
                        .map(now -> Event.of(now).name("progress"))
                        .orElse(null))
                .takeUntilOther(changes.ignoreElements());
        return Flux.merge(changes, paces);
    }

    private RunStatus look(String id) {
        return grip.run(id).orElseThrow(() -> RunController.unknown(id));
    }

    static Flux<Event<?>> changes(Supplier<RunStatus> run, Duration look, Duration heartbeat, Scheduler blocking) {
        return Flux.defer(() -> {
            var silence = new Silence(heartbeat.dividedBy(look));
            return Flux.interval(Duration.ZERO, look)
                    .onBackpressureDrop()
                    .publishOn(blocking, 1)
                    .map(tick -> run.get())
                    .takeUntil(status -> status.state().ended())
                    .mapNotNull(silence::event);
        });
    }

    private static Event<?> status(RunStatus status) {
        return Event.of(status).name("status").id(Long.toString(status.done()));
    }

    private static Event<?> heartbeat() {
        return Event.of("").comment("still running");
    }

    /** Turns looks at a run into events: one for each change, and a heartbeat after so many looks without one. */
    private static final class Silence {

        private final long most;
        private long looks;
        private @Nullable RunStatus last;

        Silence(long most) {
            this.most = most;
        }

        @Nullable
        Event<?> event(RunStatus status) {
            if (!status.equals(last)) {
                last = status;
                looks = 0;
                return status(status);
            }
            looks++;
            if (looks < most) {
                return null;
            }
            looks = 0;
            return heartbeat();
        }
    }
}
