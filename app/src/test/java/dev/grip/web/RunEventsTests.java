package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class RunEventsTests {

    private static final Duration LOOK = Duration.ofMillis(2);

    @Test
    void everyChangeIsOneEventAndTheEndOfTheRunIsTheLast() {
        var steps = List.of(
                status(RunState.RUNNING, 0),
                status(RunState.RUNNING, 0),
                status(RunState.RUNNING, 1),
                status(RunState.DONE, 2),
                status(RunState.DONE, 2));
        var step = new AtomicInteger();

        var events = collect(RunEvents.changes(
                () -> steps.get(step.getAndIncrement()), LOOK, Duration.ofHours(1), Schedulers.boundedElastic()));

        assertThat(events).extracting(Event::getName).containsOnly("status");
        assertThat(events)
                .extracting(event -> ((RunStatus) event.getData()).done())
                .containsExactly(0L, 1L, 2L);
        assertThat(step).hasValue(4);
    }

    @Test
    void aRunThatHasEndedGivesOneEvent() {
        var events = collect(RunEvents.changes(
                () -> status(RunState.CANCELLED, 7), LOOK, Duration.ofHours(1), Schedulers.boundedElastic()));

        assertThat(events).singleElement().satisfies(event -> assertThat(((RunStatus) event.getData()).state())
                .isEqualTo(RunState.CANCELLED));
    }

    @Test
    void silenceIsFilledWithCommentsUntilTheRunEnds() {
        var looks = new AtomicInteger();

        var events = collect(RunEvents.changes(
                () -> status(looks.incrementAndGet() < 8 ? RunState.RUNNING : RunState.DONE, 0),
                LOOK,
                LOOK.multipliedBy(3),
                Schedulers.boundedElastic()));

        assertThat(events)
                .extracting(event -> event.getComment() == null ? event.getName() : event.getComment())
                .containsExactly("status", "still running", "still running", "status");
    }

    @Test
    void theRunIsLookedAtOnTheBlockingThreadsOnly() {
        var threads = new CopyOnWriteArrayList<String>();

        collect(RunEvents.changes(
                () -> {
                    threads.add(Thread.currentThread().getName());
                    return status(RunState.DONE, 1);
                },
                LOOK,
                Duration.ofHours(1),
                Schedulers.boundedElastic()));

        assertThat(threads).allMatch(name -> name.startsWith("boundedElastic"));
    }

    private static List<Event<?>> collect(Flux<Event<?>> events) {
        return Objects.requireNonNull(events.collectList().block(Duration.ofSeconds(60)));
    }

    private static RunStatus status(RunState state, long done) {
        return new RunStatus(
                "r1", state, true, "grip-2025", 10, done, 0, 0, 0, 0, 0, Instant.EPOCH, null, null, null, null);
    }
}
