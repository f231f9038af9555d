package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrencyLimitTests {

    private static final int MOST = 4096;

    private final ConcurrencyLimit limit = new ConcurrencyLimit(MOST);

    @Test
    void aServerThatTakesEverythingGetsTwiceAsMuchAtEachLook() {
        assertThat(limit.value()).isEqualTo(32);
        for (int expected : new int[] {64, 128, 256, 512, 1024, 2048, 4096, 4096}) {
            full(load(limit.value(), 0));
            assertThat(limit.value()).isEqualTo(expected);
        }
    }

    @Test
    void roomThatIsNotUsedIsNotExtended() {
        limit.looked(load(30, 0), 30, 30);
        assertThat(limit.value()).isEqualTo(32);
        limit.looked(load(20, 0), 31, 20);
        assertThat(limit.value()).isEqualTo(64);
    }

    @Test
    void theFirstQueueEndsTheDoubling() {
        full(load(31, 1));
        assertThat(limit.value()).isEqualTo(32);
        full(load(32, 0));
        assertThat(limit.value()).isEqualTo(33);
    }

    @Test
    void aHugeQueueIsTakenDownAtOnceToATwentieth() {
        settle(1000);
        limit.looked(load(100, 900), 1000, 1000);
        assertThat(limit.value()).isEqualTo(105);
    }

    @Test
    void aLongQueueIsTakenDownAfterThreeLooks() {
        settle(120);
        full(load(100, 20));
        full(load(100, 20));
        assertThat(limit.value()).isEqualTo(120);
        full(load(100, 20));
        assertThat(limit.value()).isEqualTo(105);
    }

    @Test
    void aLongQueueThatPassesIsForgotten() {
        settle(120);
        for (int i = 0; i < 4; i++) {
            full(load(100, 20));
            full(load(100, 20));
            full(load(115, 5));
        }
        assertThat(limit.value()).isEqualTo(120);
    }

    @Test
    void aShortQueueIsLeftAlone() {
        settle(110);
        for (int i = 0; i < 20; i++) {
            full(load(100, 10));
        }
        assertThat(limit.value()).isEqualTo(110);
    }

    @Test
    void aServerThatOthersAskAsWellIsSharedInProportion() {
        settle(200);
        // Half of what is there is ours.
        limit.looked(load(100, 300), 200, 200);
        assertThat(limit.value()).isEqualTo(52);
    }

    @Test
    void whatIsOutCountsAndNotWhatMayBe() {
        settle(1000);
        limit.looked(load(100, 100), 200, 200);
        assertThat(limit.value()).isEqualTo(105);
    }

    @Test
    void aCacheThatIsNearlyFullHoldsTheLimit() {
        for (int i = 0; i < 5; i++) {
            full(new ServerLoad(32, 0, 0.95, 0, 0, 0));
        }
        assertThat(limit.value()).isEqualTo(32);
        full(new ServerLoad(32, 0, 0.94, 0, 0, 0));
        assertThat(limit.value()).isEqualTo(64);
    }

    @Test
    void preemptionsTakeItALittleBelowWhatRan() {
        runFull(200, 160);
        full(preempting(160, 50));
        assertThat(limit.value()).isEqualTo(152);
    }

    @Test
    void afterPreemptionsItRisesInSmallStepsForAMinute() {
        runFull(200, 160);
        full(preempting(160, 50));
        limit.looked(preempting(152, 50), 152, 152);
        for (int i = 0; i < 58; i++) {
            int before = limit.value();
            full(preempting(before, 50));
            assertThat(limit.value()).isBetween(before + 1, before + 1 + before / 100);
        }
        int held = limit.value();
        full(preempting(held, 50));
        // And then not with a leap either.
        full(preempting(limit.value(), 50));
        assertThat(limit.value()).isBetween(held + 2, held + held / 5);
    }

    @Test
    void preemptionsWhileCallsComeDownToALowerLimitDoNotLowerItFurther() {
        runFull(200, 160);
        full(preempting(160, 50));
        for (int i = 2; i < 20; i++) {
            // Long calls that were out before: so many are out only because they have not ended yet.
            limit.looked(preempting(160, 50 * i), 200, 200 - i);
            assertThat(limit.value()).isEqualTo(152);
        }
        limit.looked(preempting(150, 2000), 152, 152);
        limit.looked(preempting(150, 2050), 152, 152);
        assertThat(limit.value()).isBetween(140, 145);
    }

    @Test
    void moreGoOutOnlyWhenThoseThatAreOutHaveArrived() {
        limit.looked(load(20, 0), 32, 32);
        assertThat(limit.value()).isEqualTo(32);
        limit.looked(load(31, 0), 32, 32);
        assertThat(limit.value()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 3})
    void aFewPreemptionsAreNothing(double few) {
        settle(200);
        full(preempting(200, few));
        assertThat(limit.value()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void countersThatBeginAgainAreNoPreemptions() {
        full(preempting(32, 5000));
        full(preempting(64, 0));
        assertThat(limit.value()).isEqualTo(128);
    }

    @Test
    void refusalsTakeAQuarterOncePerCooldown() {
        long second = Duration.ofSeconds(1).toNanos();
        limit.refused(0);
        limit.refused(1);
        limit.refused(2 * second - 1);
        assertThat(limit.value()).isEqualTo(24);
        limit.refused(2 * second);
        assertThat(limit.value()).isEqualTo(18);
    }

    @Test
    void theClockMayBeNegative() {
        limit.refused(Long.MIN_VALUE);
        limit.refused(Long.MIN_VALUE + 1);
        assertThat(limit.value()).isEqualTo(24);
    }

    @Test
    void aServerThatIsBackIsFilledCarefullyButQuickly() {
        settle(1000);
        limit.restart();
        assertThat(limit.value()).isEqualTo(8);
        full(load(8, 0));
        full(load(16, 0));
        assertThat(limit.value()).isEqualTo(32);
    }

    @Test
    void oneThatIsBackDoesNotSufferFromItsPreemptionsBefore() {
        settle(200);
        full(preempting(200, 10));
        limit.restart();
        full(preempting(8, 500));
        assertThat(limit.value()).isEqualTo(16);
    }

    @Test
    void itStaysWithinItsBoundsWhateverItIsTold() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int most = 1 + random.nextInt(100);
            ConcurrencyLimit one = new ConcurrencyLimit(most);
            for (int i = 0; i < 200; i++) {
                disturb(one, random, i);
                assertThat(one.value()).as("seed " + seed).isBetween(1, most);
            }
        }
    }

    private static void disturb(ConcurrencyLimit one, Random random, int step) {
        double[] figures = {0, 1, 7, 100, 1e9, LoadReader.MOST};
        switch (random.nextInt(4)) {
            case 0 -> one.refused(random.nextLong());
            case 1 -> one.restart();
            case 2 -> one.succeeded(random.nextInt(1 << 20), random.nextBoolean(), step * 1_000_000_000L);
            default ->
                one.looked(
                        new ServerLoad(
                                figures[random.nextInt(figures.length)],
                                figures[random.nextInt(figures.length)],
                                random.nextDouble(),
                                figures[random.nextInt(figures.length)],
                                0,
                                0),
                        random.nextInt(1000),
                        random.nextInt(1000));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "20", "33", "100", "256", "300", "777", "1000", "1024", "2000"})
    void itFindsTheSlotsOfAnyServerFromTheStartAndAfterTheyHalveOrDouble(int slots) {
        SlotServer server = new SlotServer(slots);
        server.looks(limit, 15);
        assertSettled(slots);
        server.slots = Math.max(1, slots / 2);
        server.looks(limit, 15);
        assertSettled(server.slots);
        server.slots = slots;
        server.looks(limit, 15);
        assertSettled(slots);
    }

    @Test
    void itFindsTheSlotsFromAnyOtherNumberOfThem() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ConcurrencyLimit one = new ConcurrencyLimit(MOST);
            SlotServer server = new SlotServer(1 + random.nextInt(2000));
            server.share = 0.05 + 0.9 * random.nextDouble();
            server.looks(one, 15);
            assertThat((double) one.value()).as("seed " + seed).isBetween(low(server.slots), high(server.slots));
        }
    }

    @Test
    void aServerWhoseCacheRunsFullIsKeptBelowThatAndNearIt() {
        CacheServer server = new CacheServer(230);
        int least = MOST;
        for (int i = 0; i < 400; i++) {
            server.look(limit);
            least = i < 20 ? least : Math.min(least, limit.value());
        }
        // Never far below what runs without preemption, though calls that were out end slowly.
        assertThat(least).isGreaterThan(180);
        assertThat(server.overloaded).isLessThan(100);
    }

    private void assertSettled(int slots) {
        assertThat((double) limit.value()).isBetween(low(slots), high(slots));
    }

    /** Within 5 % of where a twentieth waits, but one call is always the least of a queue and two are never long. */
    private static double low(int slots) {
        return Math.min(slots + 1, slots * 1.05);
    }

    private static double high(int slots) {
        return Math.max(slots + 2, slots * 1.05 * 1.05);
    }

    private void settle(int value) {
        while (limit.value() < value) {
            full(load(limit.value(), 0));
        }
        double running = (value + 0.01) / 1.05;
        limit.looked(load(running, 2 * MOST - running), 2 * MOST, 2 * MOST);
        assertThat(limit.value()).isEqualTo(value);
        full(load(value, 1));
    }

    /** So many are out, of which fewer run because its cache is full. */
    private void runFull(int value, double running) {
        settle(value);
        for (int i = 0; i < 20; i++) {
            full(new ServerLoad(running, 0, 0.99, 0, 0, 0));
        }
        assertThat(limit.value()).isEqualTo(value);
    }

    private void full(ServerLoad load) {
        limit.looked(load, limit.value(), limit.value());
    }

    private static ServerLoad load(double running, double waiting) {
        return new ServerLoad(running, waiting, 0.5, 0, 0, 0);
    }

    private static ServerLoad preempting(double running, double preemptions) {
        return new ServerLoad(running, 0, 0.5, preemptions, 0, 0);
    }

    /** A server with slots whose client always has more to send; between two looks a share of what runs ends. */
    private static final class SlotServer {
        private int slots;
        private double share = 0.3;
        private int out;

        SlotServer(int slots) {
            this.slots = slots;
        }

        void looks(ConcurrencyLimit limit, int number) {
            for (int i = 0; i < number; i++) {
                int ended = (int) Math.ceil(share * Math.min(out, slots));
                out = Math.max(limit.value(), out - ended);
                int running = Math.min(out, slots);
                limit.looked(load(running, out - running), out, out);
            }
        }
    }

    /** A server with room for so many sequences in its cache, which preempts as soon as there are more; calls are long. */
    private static final class CacheServer {
        private final int fit;
        private int out;
        private double preemptions;
        private int overloaded;

        CacheServer(int fit) {
            this.fit = fit;
        }

        void look(ConcurrencyLimit limit) {
            int ended = (int) Math.ceil(Math.min(out, fit) / 40.0);
            out = Math.max(limit.value(), out - ended);
            int running = Math.min(out, fit);
            boolean over = out > fit;
            preemptions += over ? 10 : 0;
            overloaded += over ? 1 : 0;
            limit.looked(
                    new ServerLoad(running, out - running, Math.min(1, 0.97 * out / fit), preemptions, 0, 0), out, out);
        }
    }
}
