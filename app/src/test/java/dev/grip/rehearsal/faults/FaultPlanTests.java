package dev.grip.rehearsal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which requests meet a fault. */
class FaultPlanTests {

    private static final Fault ERROR = Fault.status(500);
    private static final Fault OTHER = Fault.status(503);

    /** A request that names itself. */
    private record Request(boolean post, String path, String requestId, String model, String body)
            implements Match.Asked {}

    private static Request chat(String id) {
        return new Request(true, "/v1/chat/completions", id, "m", "{\"messages\":[]}");
    }

    private static List<Integer> met(FaultPlan plan, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> plan.next(chat("id-" + i), Duration.ZERO).isPresent())
                .boxed()
                .toList();
    }

    private static FaultPlan plan(Fault... faults) {
        return new FaultPlan(List.of(faults));
    }

    @Test
    void everyKthRequestMeetsIt() {
        assertThat(met(plan(ERROR.everyKth(3)), 10)).containsExactly(2, 5, 8);
    }

    @Test
    void someRequestsMayPassFirstAndThenItHappensSoManyTimes() {
        assertThat(met(plan(ERROR.after(4).times(2)), 10)).containsExactly(4, 5);
    }

    @Test
    void itHappensOnlyInItsTime() {
        FaultPlan plan = plan(ERROR.between(Duration.ofSeconds(2), Duration.ofSeconds(4)));
        List<Long> met = new ArrayList<>();
        for (long second = 0; second < 6; second++) {
            if (plan.next(chat("x"), Duration.ofSeconds(second)).isPresent()) {
                met.add(second);
            }
        }

        assertThat(met).containsExactly(2L, 3L);
    }

    @Test
    void withoutAnEndItGoesOn() {
        FaultPlan plan = plan(ERROR.between(Duration.ofSeconds(2), Duration.ZERO));

        assertThat(plan.next(chat("x"), Duration.ofSeconds(1))).isEmpty();
        assertThat(plan.next(chat("x"), Duration.ofDays(9))).isPresent();
    }

    @Test
    void aRateMeetsAboutItsShareAndAlwaysTheSameRequests() {
        List<Integer> met = met(plan(ERROR.withRate(0.2)), 10_000);

        assertThat(met).hasSizeBetween(1_800, 2_200);
        assertThat(met(plan(ERROR.withRate(0.2)), 10_000)).isEqualTo(met);
        assertThat(met(
                        plan(new Fault(
                                ERROR.effect(), ERROR.trigger().withRate(0.2).withSeed(1), ERROR.match())),
                        10_000))
                .isNotEqualTo(met)
                .hasSizeBetween(1_800, 2_200);
    }

    @Test
    void whoMeetsARateDoesNotDependOnTheOrderOfArrival() {
        FaultPlan forward = plan(ERROR.withRate(0.5));
        FaultPlan backward = plan(ERROR.withRate(0.5));
        boolean[] first = new boolean[100];
        for (int i = 0; i < 100; i++) {
            first[i] = forward.next(chat("id-" + i), Duration.ZERO).isPresent();
        }
        for (int i = 99; i >= 0; i--) {
            assertThat(backward.next(chat("id-" + i), Duration.ZERO).isPresent())
                    .isEqualTo(first[i]);
        }
    }

    @Test
    void requestsWithoutAnIdHaveTheirShareToo() {
        FaultPlan plan = plan(ERROR.withRate(0.5));
        long met = IntStream.range(0, 1000)
                .filter(i -> plan.next(chat(""), Duration.ZERO).isPresent())
                .count();

        assertThat(met).isBetween(400L, 600L);
    }

    @Test
    void theFirstThatStrikesIsTheOne() {
        FaultPlan plan = plan(ERROR.times(1), OTHER);

        assertThat(plan.next(chat("a"), Duration.ZERO))
                .hasValueSatisfying(fault -> assertThat(fault.effect()).isEqualTo(ERROR.effect()));
        assertThat(plan.next(chat("b"), Duration.ZERO))
                .hasValueSatisfying(fault -> assertThat(fault.effect()).isEqualTo(OTHER.effect()));
    }

    @Test
    void withoutAPathOnlyCallsMeetIt() {
        FaultPlan plan = plan(ERROR);

        assertThat(plan.next(new Request(false, "/v1/models", "", "", ""), Duration.ZERO))
                .isEmpty();
        assertThat(plan.next(new Request(false, "/health", "", "", ""), Duration.ZERO))
                .isEmpty();
        assertThat(plan.next(new Request(true, "/v1/embeddings", "", "", ""), Duration.ZERO))
                .isPresent();
        assertThat(plan(ERROR.onPath("/health")).next(new Request(false, "/health", "", "", ""), Duration.ZERO))
                .isPresent();
    }

    @Test
    void aMatcherLooksAtModelIdAndBody() {
        assertThat(met(plan(ERROR.onRequestId("d-7")), 20)).containsExactly(7);
        assertThat(met(plan(ERROR.onModel("other")), 5)).isEmpty();
        assertThat(met(plan(ERROR.onModel("m").onBody("messages")), 2)).containsExactly(0, 1);
        assertThat(met(plan(ERROR.onBody("nothing of this")), 2)).isEmpty();
    }
}
