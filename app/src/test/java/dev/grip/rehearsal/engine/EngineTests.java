package dev.grip.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Slots, queue and pace, on virtual time. */
class EngineTests {

    private static final Latency TEN_A_TOKEN = Latency.INSTANT.withInterToken(Duration.ofMillis(10));

    @Test
    void withoutLatencyEverythingIsDoneAtOnceAndInOrder() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, Latency.INSTANT);

        engine.submit("a", 100, 50);
        engine.submit("b", 10, 5);

        assertThat(engine.finished).containsExactly("a", "b");
        assertThat(engine.finishedAfter.values()).containsOnly(Duration.ZERO);
    }

    @Test
    void anAnswerTakesOverheadPlusPrefillPlusATimeForEachFurtherToken() {
        Latency latency =
                TEN_A_TOKEN.withPrefillOverhead(Duration.ofMillis(30)).withPrefillPerToken(Duration.ofMillis(1));
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, latency);

        engine.submit("a", 100, 11);
        engine.time.passUntilQuiet();

        assertTook(engine, "a", 30 + 100 + 10 * 10);
    }

    @Test
    void theTimeScaleScalesAllOfIt() {
        Latency latency = TEN_A_TOKEN
                .withPrefillOverhead(Duration.ofMillis(30))
                .withPrefillPerToken(Duration.ofMillis(1))
                .withTimeScale(0.1);
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, latency);

        engine.submit("a", 100, 11);
        engine.time.passUntilQuiet();

        assertTook(engine, "a", 23);
    }

    @Test
    void whoDoesNotGetASlotWaitsInLine() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(2), TEN_A_TOKEN);

        for (String name : List.of("a", "b", "c", "d", "e")) {
            engine.submit(name, 10, 11);
        }
        EngineState.Load load = engine.runner.state().load();
        engine.time.passUntilQuiet();

        assertThat(load).isEqualTo(new EngineState.Load(2, 3));
        assertThat(engine.finished).containsExactly("a", "b", "c", "d", "e");
        assertTook(engine, "b", 100);
        assertTook(engine, "d", 200);
        assertTook(engine, "e", 300);
    }

    @Test
    void theQueueIsHonouredThoughALaterCallIsShorter() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(1), TEN_A_TOKEN);

        engine.submit("first", 10, 101);
        engine.submit("long", 10, 51);
        engine.submit("short", 10, 2);
        engine.time.passUntilQuiet();

        assertThat(engine.finished).containsExactly("first", "long", "short");
    }

    @Test
    void tokensComeSlowerTheMoreSequencesDecode() {
        Latency latency = TEN_A_TOKEN.withLoadFactor(3);
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(4), latency);

        IntStream.range(0, 4).forEach(i -> engine.submit("s" + i, 10, 101));
        engine.time.passUntilQuiet();

        assertTook(engine, "s0", 3 * 10 * 100);
    }

    @Test
    void theOthersAreFasterOnceOneIsDone() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(2), TEN_A_TOKEN.withLoadFactor(2));

        engine.submit("short", 10, 11);
        engine.submit("long", 10, 21);
        engine.time.passUntilQuiet();

        assertTook(engine, "short", 10 * 20);
        assertTook(engine, "long", 10 * 20 + 10 * 15);
    }

    @Test
    void promptsAreComputedOneAfterAnotherAndSlowDownThoseThatDecode() {
        Latency latency = TEN_A_TOKEN.withPrefillPerToken(Duration.ofMillis(1));
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED.withMaxNumBatchedTokens(100), latency);

        engine.submit("decoding", 100, 11);
        engine.time.pass(Duration.ofMillis(100));
        engine.submit("prompt", 200, 1);
        engine.time.passUntilQuiet();

        // Two batches of 100 tokens, each in a step of 100 ms that also gives one token to the one that decodes.
        assertTook(engine, "prompt", 100 + 2 * (100 + 10));
        assertTook(engine, "decoding", 100 + 2 * (100 + 10) + 8 * 10);
    }

    @Test
    void progressIsHeardAtTheFirstTokenAtEveryChunkAndAtTheEnd() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, TEN_A_TOKEN);

        engine.submit("a", EngineAtWork.prompt("a", 10), 10, 4);
        engine.time.passUntilQuiet();

        assertThat(engine.news).containsExactly("a 1", "a 4", "a 8", "a 10");
        assertThat(engine.finished).containsExactly("a");
    }

    @Test
    void theChunksOfSequencesThatRunTogetherAlternate() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.UNLIMITED, Latency.INSTANT);
        Prompt prompt = EngineAtWork.prompt("p", 10);

        Sequence a = new Sequence(new Sequence.Plan(prompt, 4, 2, 0, "stop"), new Heard(engine, "a"));
        Sequence b = new Sequence(new Sequence.Plan(prompt, 4, 2, 1, "stop"), new Heard(engine, "b"));
        engine.runner.submit(List.of(a, b));

        assertThat(engine.news).containsExactly("a 1", "b 1", "a 2", "b 2", "a 4", "b 4");
    }

    private record Heard(EngineAtWork engine, String name) implements Sequence.Listener {

        @Override
        public void reached(int tokens) {
            engine.news.add(name + " " + tokens);
        }

        @Override
        public void finished(int cachedTokens) {}

        @Override
        public void failed() {}
    }

    @Test
    void anAbortedSequenceIsNotHeardOfAndItsSlotIsFree() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(1), TEN_A_TOKEN);
        Sequence running = engine.submit("running", 10, 1001);
        Sequence waiting = engine.submit("waiting", 10, 11);
        engine.submit("last", 10, 11);

        engine.time.pass(Duration.ofMillis(50));
        engine.runner.abort(List.of(waiting));
        engine.runner.abort(List.of(running));
        engine.time.passUntilQuiet();

        assertThat(engine.finished).containsExactly("last");
        assertTook(engine, "last", 50 + 100);
        assertThat(engine.runner.state().finished()).containsEntry("abort", 2L).containsEntry("stop", 1L);
        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(0, 0));
    }

    @Test
    void aSequenceThatWasGivenUpBeforeItCameIsNothing() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(1), TEN_A_TOKEN);
        Sequence sequence = engine.sequence("x", EngineAtWork.prompt("x", 10), 10, 0);

        engine.runner.abort(List.of(sequence));
        engine.runner.submit(List.of(sequence));
        engine.time.passUntilQuiet();

        assertThat(engine.finished).isEmpty();
        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(0, 0));
        assertThat(engine.runner.state().finished()).isEmpty();
    }

    @Test
    void jitterIsTheSameForTheSamePromptAndDiffersBetweenPrompts() {
        Latency latency = TEN_A_TOKEN.withJitter(0.2);
        EngineAtWork first = new EngineAtWork(EngineConfig.UNLIMITED, latency);
        EngineAtWork second = new EngineAtWork(EngineConfig.UNLIMITED, latency);

        IntStream.range(0, 50).forEach(i -> first.submit("s" + i, 10, 101));
        IntStream.range(0, 50).forEach(i -> second.submit("s" + i, 10, 101));
        first.time.passUntilQuiet();
        second.time.passUntilQuiet();

        assertThat(first.finishedAfter).isEqualTo(second.finishedAfter);
        assertThat(first.finishedAfter.values().stream().distinct()).hasSizeGreaterThan(40);
        assertThat(first.finishedAfter.values())
                .allSatisfy(took -> assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofMillis(1700)));
    }

    @Test
    void anotherPaceHoldsForWhatIsUnderWay() {
        EngineAtWork engine =
                new EngineAtWork(EngineConfig.UNLIMITED, TEN_A_TOKEN.withPrefillOverhead(Duration.ofMillis(100)));
        engine.submit("a", 10, 101);
        engine.time.pass(Duration.ofMillis(50));

        engine.runner.configure(
                EngineConfig.UNLIMITED,
                TEN_A_TOKEN.withPrefillOverhead(Duration.ofMillis(20)).withTimeScale(2));
        engine.time.passUntilQuiet();

        assertTook(engine, "a", 50 + 50 * 2 * 20 / 100 + 2 * 1000);
    }

    @Test
    void instantLatencyReleasesEverythingThatIsUnderWay() {
        EngineAtWork engine =
                new EngineAtWork(EngineConfig.slots(2), TEN_A_TOKEN.withPrefillOverhead(Duration.ofHours(1)));
        List.of("a", "b", "c", "d").forEach(name -> engine.submit(name, 10, 100));

        engine.runner.configure(EngineConfig.slots(2), Latency.INSTANT);

        assertThat(engine.finished).containsExactly("a", "b", "c", "d");
    }

    @Test
    void fewerSlotsTakeEffectAsSequencesEnd() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(4), TEN_A_TOKEN);
        IntStream.range(0, 8).forEach(i -> engine.submit("s" + i, 10, 11));

        engine.runner.configure(EngineConfig.slots(2), TEN_A_TOKEN);
        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(4, 4));
        engine.time.pass(Duration.ofMillis(101));

        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(2, 2));
    }

    @Test
    void aFrozenEngineStandsStillAndGoesOnWhereItStood() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(1), TEN_A_TOKEN);
        engine.submit("a", 10, 11);
        engine.submit("b", 10, 11);
        engine.time.pass(Duration.ofMillis(45));
        long before = engine.runner.state().work().generationTokens();

        engine.runner.freeze();
        engine.time.pass(Duration.ofSeconds(10));
        engine.submit("c", 10, 11);

        assertThat(before).isEqualTo(5);
        assertThat(engine.runner.state().work().generationTokens()).isEqualTo(before);
        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(1, 2));
        assertThat(engine.finished).isEmpty();

        engine.runner.thaw();
        engine.time.passUntilQuiet();

        assertThat(engine.finished).containsExactly("a", "b", "c");
        assertTook(engine, "a", 100 + 10_000);
    }

    @Test
    void aDeadEngineFailsWhatItHasAndWhatComes() {
        EngineAtWork engine = new EngineAtWork(EngineConfig.slots(1), TEN_A_TOKEN);
        engine.submit("running", 10, 11);
        engine.submit("waiting", 10, 11);

        engine.runner.die();
        engine.submit("late", 10, 11);
        engine.time.passUntilQuiet();

        assertThat(engine.failed).containsExactly("running", "waiting", "late");
        assertThat(engine.finished).isEmpty();
        assertThat(engine.runner.state().load()).isEqualTo(new EngineState.Load(0, 0));
        engine.runner.revive();
        engine.submit("again", 10, 1);
        assertThat(engine.finished).containsExactly("again");
    }

    @Test
    void workWithoutOutputIsDoneWithItsPrefill() {
        EngineAtWork engine =
                new EngineAtWork(EngineConfig.UNLIMITED, TEN_A_TOKEN.withPrefillPerToken(Duration.ofMillis(1)));

        engine.submit("vector", 70, 0);
        engine.time.passUntilQuiet();

        assertTook(engine, "vector", 70);
        assertThat(engine.runner.state().work().generationTokens()).isZero();
    }

    @Test
    void countersAndTimesSayWhatHappened() {
        EngineAtWork engine =
                new EngineAtWork(EngineConfig.slots(1), TEN_A_TOKEN.withPrefillOverhead(Duration.ofMillis(400)));
        engine.submit("a", 100, 11);
        engine.submit("b", 100, 11);
        engine.time.passUntilQuiet();

        EngineState state = engine.runner.state();
        assertThat(state.work().promptTokens()).isEqualTo(200);
        assertThat(state.work().generationTokens()).isEqualTo(22);
        assertThat(state.finished()).containsExactly(java.util.Map.entry("stop", 2L));
        assertThat(state.times().queue().count()).isEqualTo(2);
        assertThat(state.times().queue().sum()).isCloseTo(0.5, Offset.offset(1e-3));
        assertThat(state.times().firstToken().sum()).isCloseTo(0.4 + 0.9, Offset.offset(1e-3));
    }

    private static void assertTook(EngineAtWork engine, String name, long millis) {
        assertThat(engine.finishedAfter).containsKey(name);
        assertThat((double) engine.finishedAfter.get(name).toNanos())
                .as(name)
                .isCloseTo(millis * 1e6, Offset.offset(1000.0));
    }
}
