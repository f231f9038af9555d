package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Usage;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallTallyTests {

    private static final Endpoint JUDGE = Endpoint.judge("strict", "http://localhost:1", "m", 1);
    private static final String STAGE = "judging/judge-solution";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallTally tally = new CallTally(meters);

    @Test
    void everyMeterIsDescribedAndLabelledByWhatIsBounded() {
        everything();

        List<Meter> all = meters.getMeters().stream()
                // This registry shows the buckets of a timer as gauges of their own.
                .filter(meter -> meter.getId().getType() != Meter.Type.GAUGE)
                .toList();
        assertThat(all)
                .extracting(meter -> meter.getId().getName())
                .contains(
                        "grip.llm.sent",
                        "grip.llm.calls",
                        "grip.llm.repeats",
                        "grip.llm.tokens",
                        "grip.llm.first.token",
                        "grip.llm.verdicts");
        assertThat(all).allSatisfy(meter -> {
            assertThat(meter.getId().getDescription())
                    .as(meter.getId().getName())
                    .isNotBlank();
            assertThat(labels(meter))
                    .contains("role", "model", "stage")
                    .isSubsetOf("role", "model", "stage", "outcome", "category", "type", "path");
        });
    }

    @Test
    void metersAndCountsSayTheSame() {
        everything();

        ModelCalls counts = tally.snapshot().get(0);
        assertThat(counts)
                .isEqualTo(new ModelCalls(
                        Role.JUDGE,
                        "m",
                        STAGE,
                        1,
                        2,
                        Map.of("complete", 1L),
                        Map.of(FailureCategory.TIMEOUT, 1L),
                        30,
                        7,
                        16,
                        Map.of("line", 1L, "asked_again", 1L),
                        1));
        assertThat(meters.get("grip.llm.sent").counter().count()).isEqualTo(2);
        assertThat(meters.get("grip.llm.tokens").tag("type", "cached").counter().count())
                .isEqualTo(16);
        assertThat(meters.get("grip.llm.verdicts").tag("path", "line").counter().count())
                .isEqualTo(1);
        assertThat(meters.get("grip.llm.first.token").timer().count()).isEqualTo(1);
    }

    @Test
    void aModelThatIsNeverStreamedHasNoTimeToAFirstToken() {
        tally.sent(JUDGE, STAGE);
        tally.firstToken(JUDGE, STAGE, null);

        assertThat(meters.find("grip.llm.first.token").timer()).isNull();
    }

    private void everything() {
        tally.sent(JUDGE, STAGE);
        tally.repeated(JUDGE, STAGE, FailureCategory.TIMEOUT);
        tally.sent(JUDGE, STAGE);
        tally.firstToken(JUDGE, STAGE, Duration.ofMillis(3));
        tally.answered(JUDGE, STAGE, new Answer.Complete("Answer: True", new Usage(30, 7, 16)));
        tally.read(JUDGE, STAGE, "line", true);
        tally.read(JUDGE, STAGE, "asked_again", false);
    }

    private static List<String> labels(Meter meter) {
        return Stream.of(meter.getId().getTags())
                .flatMap(List::stream)
                .map(tag -> tag.getKey())
                .toList();
    }
}
