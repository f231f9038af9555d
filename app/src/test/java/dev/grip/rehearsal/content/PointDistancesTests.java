package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances estimated from names. */
class PointDistancesTests {

    private final PointDistances distances = new PointDistances(List.of(
            List.of("Calculating percentages", "Discounts"),
            List.of("Discounts", "Unit prices"),
            List.of("Unit price", "Multiplication"),
            List.of("Probability", "Counting principle")));

    @ParameterizedTest
    @CsvSource({
        "Calculating percentages, Discounts, 1",
        "Computing percentage, Calculating discounts, 1",
        "Percentages, Finding a percentage, 1",
        "Calculating percentages, Unit price, 2",
        "Calculating percentages, Multiplying, 3",
        "Probability, Multiplication, 3",
        "Sine function, Cosine function, 1",
        "Sine function, Matrices, 2",
        "Multiplication, Matrices, 2",
        "Multiplication, Multiplication of matrices, 1"
    })
    void distancesFollowWhatGoesTogether(String first, String second, int steps) {
        assertThat(distances.farthest(List.of(first, second))).isEqualTo(steps);
        assertThat(distances.farthest(List.of(second, first))).isEqualTo(steps);
    }

    @Test
    void ofManyTheFarthestTwoCount() {
        assertThat(distances.farthest(List.of("Discounts", "Unit price", "Percentages")))
                .isEqualTo(2);
        assertThat(distances.farthest(List.of("Discounts"))).isEqualTo(1);
        assertThat(distances.farthest(List.of())).isEqualTo(1);
    }

    @Test
    void whatAModelWouldNameCountsAsWhatItNames() {
        String problem = "A jacket costs $80 and has a discount of 20%. What does it cost after the discount?";
        String solution = "80 * 20 / 100 = 16\n80 - 16 = 64";
        List<String> names = BrainAtWork.flawless().extract(problem, solution, 5);
        Brain brain = Brain.of(
                Prompts.userTemplates(), new Background(Map.of(), Map.of(problem, solution)), LatentQuality.PUBLISHED);
        BrainAtWork judge = BrainAtWork.flawless().with(brain);
        double known = 0;
        double unknown = 0;
        for (int i = 0; i < 200; i++) {
            String[] pair = {names.get(0), names.get(1)};
            String written = judge.write(i, pair);
            known += judge.score(0, written, pair);
            unknown += BrainAtWork.flawless().score(0, written, names.get(0), "Matrices");
        }

        assertThat(known / 200).isGreaterThan(0.9);
        assertThat(unknown / 200).isLessThan(0.8);
    }
}
