package dev.grip.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What a client that keeps so many calls in flight gets out of an engine, on virtual time. */
class ThroughputTests {

    private static final int PROMPT = 200;
    private static final int OUTPUT = 300;
    private static final Latency REAL = Latency.INSTANT
            .withPrefillPerToken(Duration.ofNanos(100_000))
            .withInterToken(Duration.ofMillis(20))
            .withLoadFactor(2);
    private static final EngineConfig SLOTS = EngineConfig.slots(256).withPrefixCaching(false);

    @Test
    void moreInFlightGivesMoreUpToTheSlotsAndThenNoMore() {
        double few = tokensPerSecond(SLOTS, 32);
        double half = tokensPerSecond(SLOTS, 128);
        double full = tokensPerSecond(SLOTS, 256);
        double twice = tokensPerSecond(SLOTS, 512);

        assertThat(half).isGreaterThan(2.5 * few);
        assertThat(full).isGreaterThan(1.2 * half);
        assertThat(twice).isCloseTo(full, Percentage.withPercentage(3));
    }

    @Test
    void aCacheThatIsOverCommittedGivesLessThanOneThatIsNot() {
        // Room for about 64 sequences at their full length.
        EngineConfig small = SLOTS.withKvBlocks(64 * (PROMPT + OUTPUT) / EngineConfig.BLOCK_TOKENS);

        double fits = tokensPerSecond(small, 64);
        double overCommitted = tokensPerSecond(small, 256);

        assertThat(preemptions(small, 64)).isZero();
        assertThat(preemptions(small, 256)).isGreaterThan(100);
        assertThat(overCommitted).isLessThan(0.9 * best(small, 64, 72, 80, 88, 96));
        assertThat(fits).isPositive();
    }

    private static double best(EngineConfig config, int... inFlight) {
        double best = 0;
        for (int calls : inFlight) {
            best = Math.max(best, tokensPerSecond(config, calls));
        }
        return best;
    }

    private static double tokensPerSecond(EngineConfig config, int inFlight) {
        return loop(config, inFlight).work().generationTokens() / 120.0;
    }

    private static long preemptions(EngineConfig config, int inFlight) {
        return loop(config, inFlight).work().preemptions();
    }

    /** Two minutes of a client that sends a new call for each one that is done. */
    private static EngineState loop(EngineConfig config, int inFlight) {
        EngineAtWork engine = new EngineAtWork(config, REAL);
        int sent = 0;
        int replaced = 0;
        for (int i = 0; i < inFlight; i++) {
            sent = send(engine, sent);
        }
        for (int slice = 0; slice < 12_000; slice++) {
            engine.time.pass(Duration.ofMillis(10));
            for (; replaced < engine.finished.size(); replaced++) {
                sent = send(engine, sent);
            }
        }
        return engine.runner.state();
    }

    /** Lengths differ, so that sequences do not march in step. */
    private static int send(EngineAtWork engine, int number) {
        engine.submit("s" + number, PROMPT, OUTPUT / 2 + number * 7919 % OUTPUT);
        return number + 1;
    }
}
