package dev.grip.kprg.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1, 64", "1000, 1", "1000, 7", "1000, 1000", "1000, 5000"})
    void everyNumberIsWorkedOnOnce(int end, int piece) {
        var times = new AtomicIntegerArray(end);
        Parallel.work(
                "counting",
                end,
                piece,
                () -> (from, to) -> {
                    for (int i = from; i < to; i++) {
                        times.incrementAndGet(i);
                    }
                },
                Cancellation.NEVER);
        int[] expected = new int[end];
        Arrays.fill(expected, 1);
        assertThat(times).hasToString(Arrays.toString(expected));
    }

    @Test
    void aFailureInAPieceEndsTheWorkAndIsThrown() {
        assertThatThrownBy(() -> Parallel.work(
                        "counting",
                        1_000_000,
                        1,
                        () -> (from, to) -> {
                            if (from == 17) {
                                throw new IllegalStateException("17 is unlucky");
                            }
                        },
                        Cancellation.NEVER))
                .hasMessage("17 is unlucky");
    }

    @Test
    void cancellationEndsTheWork() {
        Cancellation cancelled = () -> {
            throw new CancellationException("nobody wants it");
        };
        assertThatThrownBy(() -> Parallel.work("counting", Integer.MAX_VALUE, 1, () -> (from, to) -> {}, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void itTellsHowFarItIs() {
        var told = new StringBuilder();
        var listening = new Cancellation() {
            @Override
            public void check() {}

            @Override
            public void at(String step, double share) {
                told.append(step).append(share < 1 && share >= 0 ? " within " : " outside ");
            }
        };
        Parallel.work("counting", 100, 100, () -> (from, to) -> {}, listening);
        assertThat(told).hasToString("counting within ");
    }
}
