package dev.grip.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The KV cache: preemption when it runs full, and reuse of prompts that begin alike. */
class KvCacheTests {

    private static final Latency REAL =
            Latency.INSTANT.withPrefillPerToken(Duration.ofNanos(100_000)).withInterToken(Duration.ofMillis(10));

    @Test
    void aFullCacheTakesTheSlotOfTheLastComerWhoGoesOnLater() {
        // 8 blocks are 128 tokens: two sequences of 32 + 48 tokens need ten.
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withKvBlocks(8), REAL);
        engine.submit("a", 32, 48);
        engine.submit("b", 32, 48);

        engine.time.pass(Duration.ofMillis(400));
        EngineState full = engine.runner.state();
        engine.time.passUntilQuiet();

        assertThat(full.work().preemptions()).isEqualTo(1);
        assertThat(full.load()).isEqualTo(new EngineState.Load(1, 1));
        assertThat(engine.finished).containsExactly("a", "b");
        EngineState end = engine.runner.state();
        assertThat(end.work().generationTokens()).isEqualTo(96);
        assertThat(end.kvUsage()).isZero();
        assertThat(end.load()).isEqualTo(new EngineState.Load(0, 0));
    }

    @Test
    void withoutRoomForItsPromptTheFirstInLineHoldsUpAllOthers() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withKvBlocks(10), REAL);
        engine.submit("a", 100, 20);
        engine.submit("large", 100, 2);
        engine.submit("small", 10, 2);

        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(1, 2));
        engine.time.passUntilQuiet();

        assertThat(engine.finished.get(0)).isEqualTo("a");
        assertThat(engine.finished).containsExactlyInAnyOrder("a", "large", "small");
    }

    @Test
    void usageIsTheShareOfBlocksHeld() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withKvBlocks(100), REAL);
        engine.submit("a", 160, 100);

        assertThat(engine.runner.state().kvUsage()).isCloseTo(0.11, Offset.offset(1e-9));
    }

    @Test
    void aPromptSeenBeforeIsNotComputedAgain() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, REAL);
        engine.submit("cold", EngineAtWork.prompt("template", 1000), 1, 0);
        engine.time.passUntilQuiet();
        Duration cold = engine.finishedAfter.get("cold");

        engine.submit("warm", EngineAtWork.prompt("template", 1000), 1, 0);
        engine.time.passUntilQuiet();

        Duration warm = engine.finishedAfter.get("warm").minus(cold);
        assertThat(cold).isCloseTo(Duration.ofMillis(100), Duration.ofNanos(1000));
        assertThat(warm).isCloseTo(Duration.ofNanos(8 * 100_000), Duration.ofNanos(1000));
        assertThat(engine.cached).containsEntry("cold", 0).containsEntry("warm", 992);
        EngineState.Work work = engine.runner.state().work();
        assertThat(work.prefixQueries()).isEqualTo(2000);
        assertThat(work.prefixHits()).isEqualTo(992);
    }

    @Test
    void aPromptOfWholeBlocksIsNeverCachedToItsLastToken() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, REAL);
        engine.submit("cold", EngineAtWork.prompt("p", 64), 1, 0);
        engine.submit("warm", EngineAtWork.prompt("p", 64), 1, 0);
        engine.time.passUntilQuiet();

        assertThat(engine.cached).containsEntry("warm", 48);
    }

    @Test
    void onlyTheCommonBeginningIsShared() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, REAL);
        engine.submit("a", EngineAtWork.prompt("p", 100), 1, 0);
        engine.submit("longer", EngineAtWork.prompt("p", 200), 1, 0);
        engine.submit("other", EngineAtWork.prompt("q", 200), 1, 0);
        engine.time.passUntilQuiet();

        assertThat(engine.cached).containsEntry("longer", 96).containsEntry("other", 0);
    }

    @Test
    void theOldestPromptsAreForgottenFirst() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withKvBlocks(20), REAL);
        for (String name : new String[] {"old", "used", "new"}) {
            engine.submit(name, EngineAtWork.prompt(name, 96), 1, 0);
            engine.time.passUntilQuiet();
        }
        engine.submit("used again", EngineAtWork.prompt("used", 96), 1, 0);
        engine.time.passUntilQuiet();
        engine.submit("filler", EngineAtWork.prompt("filler", 160), 1, 0);
        engine.time.passUntilQuiet();

        engine.submit("used still", EngineAtWork.prompt("used", 96), 1, 0);
        engine.time.passUntilQuiet();
        engine.submit("old again", EngineAtWork.prompt("old", 96), 1, 0);
        engine.time.passUntilQuiet();

        assertThat(engine.cached).containsEntry("used again", 80).containsEntry("used still", 80);
        assertThat(engine.cached).containsEntry("old again", 0);
    }

    @Test
    void withoutPrefixCachingNothingIsShared() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withPrefixCaching(false), REAL);
        engine.submit("cold", EngineAtWork.prompt("p", 640), 1, 0);
        engine.submit("again", EngineAtWork.prompt("p", 640), 1, 0);
        engine.time.passUntilQuiet();

        assertThat(engine.cached).containsEntry("again", 0);
        assertThat(engine.finishedAfter.get("again")).isCloseTo(Duration.ofMillis(128), Duration.ofNanos(2000));
    }

    @Test
    void sequencesThatShareABeginningHoldItsBlocksOnce() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withKvBlocks(100), REAL);

        IntStream.range(0, 10).forEach(i -> engine.submit("s" + i, EngineAtWork.prompt("p", 160), 10, 0));

        // Ten blocks of the prompt, one of them computed anew by each; and one for its own tokens.
        assertThat(engine.runner.state().kvUsage()).isCloseTo((10 + 10) / 100.0, Offset.offset(1e-9));
        engine.time.passUntilQuiet();
        assertThat(engine.finished).hasSize(10);
    }

    @Test
    void aSmallerCachePreemptsUntilItFits() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withKvBlocks(100), REAL);
        IntStream.range(0, 10).forEach(i -> engine.submit("s" + i, 100, 20));

        engine.runner.configure(EngineConfig.UNLIMITED.withKvBlocks(35), REAL);

        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(5, 5));
        assertThat(engine.runner.state().work().preemptions()).isEqualTo(5);
        engine.time.passUntilQuiet();
        assertThat(engine.finished).hasSize(10);
    }
}
