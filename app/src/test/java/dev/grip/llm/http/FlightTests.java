package dev.grip.llm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.http.Deadlines.Kind;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightTests {

    private static final Duration WHOLE = Duration.ofMinutes(30);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Deadlines DEADLINES = new Deadlines(WHOLE, FIRST, IDLE);

    private final OkHttpClient http = new OkHttpClient();
    private final Call call =
            http.newCall(new Request.Builder().url("http://127.0.0.1:1/").build());

    @AfterEach
    void forgetInterrupt() {
        Thread.interrupted();
    }

    @Test
    void aStreamThatDoesNotBeginIsGivenUpAfterTheFirstDeadline() {
        Flight flight = new Flight(call, DEADLINES, true);
        assertThat(after(flight, FIRST.minusSeconds(10))).isNull();
        assertThat(call.isCanceled()).isFalse();
        assertThat(after(flight, FIRST)).isEqualTo(new Exchange.TimedOut(Kind.FIRST, FIRST));
        assertThat(call.isCanceled()).isTrue();
    }

    @Test
    void aStreamThatPausesIsGivenUpAfterTheIdleDeadline() {
        Flight flight = new Flight(call, DEADLINES, true);
        flight.progress();
        assertThat(after(flight, IDLE.minusSeconds(10))).isNull();
        assertThat(after(flight, IDLE)).isEqualTo(new Exchange.TimedOut(Kind.IDLE, IDLE));
    }

    @Test
    void anAnswerInOnePieceHasTheWholeTime() {
        Flight flight = new Flight(call, DEADLINES, false);
        assertThat(after(flight, WHOLE.minusSeconds(10))).isNull();
        assertThat(after(flight, WHOLE)).isEqualTo(new Exchange.TimedOut(Kind.WHOLE, WHOLE));
    }

    @Test
    void theWholeDeadlineComesFirstWhenAllHavePassed() {
        Flight flight = new Flight(call, DEADLINES, true);
        flight.progress();
        assertThat(after(flight, WHOLE)).isEqualTo(new Exchange.TimedOut(Kind.WHOLE, WHOLE));
    }

    @Test
    void whatEndedItFirstStays() {
        Flight flight = new Flight(call, DEADLINES, true);
        after(flight, FIRST);
        assertThat(after(flight, WHOLE)).isEqualTo(new Exchange.TimedOut(Kind.FIRST, FIRST));
    }

    @Test
    void anInterruptOfTheThreadThatWaitsEndsIt() {
        Flight flight = new Flight(call, DEADLINES, true);
        Thread.currentThread().interrupt();
        assertThat(after(flight, Duration.ZERO)).isInstanceOf(Exchange.Stopped.class);
        assertThat(call.isCanceled()).isTrue();
        // The caller has still to learn of it.
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void allThatAreUnderWayCanBeStopped() {
        try (Flights flights = new Flights()) {
            Flight flight = new Flight(call, DEADLINES, true);
            Flight landed = new Flight(http.newCall(call.request()), DEADLINES, true);
            flights.add(flight);
            flights.add(landed);
            flights.remove(landed);
            assertThat(flights.stopAll("the server is stuck")).isEqualTo(1);
            assertThat(flight.ended()).isEqualTo(new Exchange.Stopped("the server is stuck"));
            assertThat(landed.ended()).isNull();
        }
    }

    private static Exchange after(Flight flight, Duration time) {
        flight.look(System.nanoTime() + time.toNanos());
        return flight.ended();
    }
}
