package dev.grip.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MeasureTests {

    @Test
    void theLineForMachinesHasAllKeysAndNullsWhereNothingApplies() {
        assertThat(Measure.of("1x census", 2.5, "s").json())
                .containsExactly(
                        java.util.Map.entry("metric", "1x census"),
                        java.util.Map.entry("value", 2.5),
                        java.util.Map.entry("unit", "s"),
                        new java.util.AbstractMap.SimpleEntry<>("baseline", null),
                        new java.util.AbstractMap.SimpleEntry<>("ratio", null),
                        new java.util.AbstractMap.SimpleEntry<>("target", null),
                        new java.util.AbstractMap.SimpleEntry<>("met", null),
                        java.util.Map.entry("note", ""));
        assertThat(Measure.of("failed", Double.NaN, "s").json()).containsEntry("value", null);
    }

    @Test
    void besideSomethingSlowerTheRatioIsJudged() {
        var measure = Measure.faster("two-hop", 0.1, 25);

        assertThat(measure.ratio()).isEqualTo(250);
        assertThat(measure.met()).isNull();
        assertThat(measure.atLeast(300).met()).isFalse();
        assertThat(measure.atLeast(200).met()).isTrue();
    }

    @Test
    void aloneTheValueIsJudged() {
        assertThat(Measure.of("census", 9, "s").atMost(10).met()).isTrue();
        assertThat(Measure.of("census", 11, "s").atMost(10).met()).isFalse();
        assertThat(Measure.of("blocks", 11, "M/s").atLeast(10).met()).isTrue();
    }

    @Test
    void numbersThatDisagreeAreWrongInBothDirections() {
        for (long found : new long[] {37_902, 264_780}) {
            var wrong = Disagreement.of("triangles", found, 264_779, "kprg");
            assertThat(wrong.met()).isFalse();
            assertThat(wrong.wrong()).isTrue();
        }
        assertThat(Measure.of("census", 11, "s").atMost(10).wrong()).isFalse();
    }
}
