package dev.grip.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GrowthTests {

    @Test
    void oneSizeAloneHasNoExponent() {
        assertThat(Growth.exponent(List.of())).isNaN();
        assertThat(Growth.exponent(List.of(new Growth.Point(10, 3)))).isNaN();
        assertThat(Growth.exponent(List.of(new Growth.Point(10, 3), new Growth.Point(10, 4))))
                .isNaN();
    }

    @Test
    void aCostThatGrowsAsTheSizeHasExponentOneWhateverItsFactor() {
        var points = List.of(new Growth.Point(75, 7.5), new Growth.Point(750, 75), new Growth.Point(7_500, 750));

        assertThat(Growth.exponent(points)).isCloseTo(1, within(1e-9));
    }

    @Test
    void aSquareHasExponentTwoAndAConstantZero() {
        assertThat(Growth.exponent(List.of(new Growth.Point(2, 4), new Growth.Point(5, 25))))
                .isCloseTo(2, within(1e-9));
        assertThat(Growth.exponent(List.of(new Growth.Point(2, 4), new Growth.Point(5, 4))))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void everyKindHasTwoExponentsAndOneWithoutCombinationsHasNone() {
        var costs = new Costs();
        costs.add("TWO_HOP", 10, 1_000, 1);
        costs.add("THREE_HOP", 10, 0, 1);
        costs.add("TWO_HOP", 100, 100_000, 10);

        assertThat(costs.growth())
                .extracting(Measure::metric)
                .containsExactly("TWO_HOP growth by edges", "TWO_HOP growth by combinations");
        assertThat(costs.growth())
                .extracting(Measure::value)
                .satisfiesExactly(
                        byEdges -> assertThat(byEdges).isCloseTo(1, within(1e-9)),
                        byCombinations -> assertThat(byCombinations).isCloseTo(0.5, within(1e-9)));
    }
}
