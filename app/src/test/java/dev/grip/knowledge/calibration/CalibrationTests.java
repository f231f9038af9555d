package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.grip.knowledge.merging.Bounds;
import dev.grip.llm.embeddings.OnnxEmbeddingModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The default model on the labelled pairs that come with the program. Figures have room for another machine's rounding. */
class CalibrationTests {

    private static final Calibration DEFAULT = Calibration.of(new OnnxEmbeddingModel());

    @Test
    void allPairsAreMeasuredInOneOfTheHalves() {
        assertThat(DEFAULT.model()).isEqualTo("bge-small-en-v1.5");
        assertThat(DEFAULT.dimensions()).isEqualTo(384);
        assertThat(DEFAULT.pairs()).isEqualTo(Labels.pairs().size());
        assertThat(DEFAULT.calibration().pairs() + DEFAULT.heldOut().pairs()).isEqualTo(DEFAULT.pairs());
    }

    /** It takes the opposite direction of a conversion for the same, more surely than any two names that are. */
    @Test
    void noCosineIsHighEnoughToMergeUnasked() {
        assertThat(DEFAULT.bounds()).isEqualTo(new Bounds(BoundsRule.NEVER, 0.70));
        assertThat(DEFAULT.nearestDistinct().get(0).cosine()).isGreaterThan(0.985);
        assertThat(DEFAULT.heldOut().merged().pairs()).isZero();
        assertThat(DEFAULT.heldOut().wrong()).isEmpty();
    }

    @Test
    void ofTheHeldOutPairsThatMeanTheSameNineInTenAreAskedAbout() {
        assertThat(DEFAULT.heldOut().recall()).isBetween(0.88, 0.95);
        assertThat(DEFAULT.calibration().recall()).isBetween(0.90, 0.97);
        assertThat(DEFAULT.heldOut().lost())
                .hasSize(DEFAULT.heldOut().apart().same())
                .extracting(NamedPair::first)
                .contains("Order of operations", "sohcahtoa");
    }

    @Test
    void thePublishedPairsAreAskedAbout() {
        List<ScoredPair> published = Labels.pairs().stream()
                .filter(pair -> pair.source().equals("paper"))
                .flatMap(pair -> Embedded.of(new OnnxEmbeddingModel(), List.of(pair)).score(List.of(pair)).stream())
                .toList();

        assertThat(published).hasSize(2);
        assertThat(published.get(0).cosine()).as("geometric ~ arithmetic").isCloseTo(0.856, within(0.01));
        assertThat(published.get(1).cosine()).as("sine ~ cosine").isCloseTo(0.797, within(0.01));
        assertThat(published)
                .allMatch(pair -> pair.cosine() < DEFAULT.bounds().same()
                        && pair.cosine() >= DEFAULT.bounds().distinct());
    }

    @Test
    void alongTheCurveFewerPairsMergeAndRecallFalls() {
        List<Calibration.Row> curve = DEFAULT.curve();
        assertThat(curve.get(0).cosine()).isEqualTo(0.70);
        assertThat(curve.get(curve.size() - 1).cosine()).isEqualTo(0.98);
        assertThat(IntStream.range(1, curve.size())).allSatisfy(i -> {
            assertThat(recall(curve.get(i))).isLessThanOrEqualTo(recall(curve.get(i - 1)));
            assertThat(curve.get(i).allPairs()).isLessThan(curve.get(i - 1).allPairs());
        });
        // What merging at the published 0.90 would do with this model: a third of it wrong.
        Point published = curve.get(10).calibration();
        assertThat(published.cosine()).isEqualTo(0.90);
        assertThat(published.precision()).isBetween(0.55, 0.75);
    }

    @Test
    void namesAtRightAnglesAreToldApartWithoutAsking() {
        List<LabelledPair> pairs = IntStream.range(0, 160)
                .mapToObj(i -> new LabelledPair(
                        "0." + (100 + i),
                        i % 2 == 0 ? "1." + (100 + i) : "90." + (100 + i),
                        i % 2 == 0 ? LabelledPair.Meaning.SAME : LabelledPair.Meaning.DISTINCT,
                        "geometry",
                        "own",
                        "why"))
                .toList();

        Calibration plane = Calibration.of(new PlaneModel(), pairs, BoundsRule.STANDARD);

        assertThat(plane.bounds().same()).isBetween(0.0, 0.10);
        assertThat(plane.heldOut().precision()).isEqualTo(1.0);
        assertThat(plane.heldOut().recall()).isEqualTo(1.0);
        assertThat(plane.heldOut().asked().pairs()).isZero();
    }

    private static double recall(Calibration.Row row) {
        return Objects.requireNonNull(row.heldOut().recall());
    }
}
