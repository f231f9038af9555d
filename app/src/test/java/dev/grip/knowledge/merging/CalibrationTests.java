package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.embeddings.OnnxEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalibrationTests {

    private static final Bounds BOUNDS = new Bounds(0.96, 0.80);

    private record Scored(String first, String second, String expected, double cosine) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f %-9s %s ~ %s", cosine, expected, first, second);
        }
    }

    private static final List<Scored> PAIRS = new ArrayList<>();

    @BeforeAll
    static void score() throws IOException {
        EmbeddingModel model = new OnnxEmbeddingModel();
        try (InputStream in =
                Objects.requireNonNull(CalibrationTests.class.getResourceAsStream("/knowledge/calibration.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(fields -> {
                        assertThat(fields).hasSize(3);
                        List<float[]> vectors = model.embed(List.of(fields[0], fields[1]));
                        double cosine = NearPairs.dot(vectors.get(0), vectors.get(1));
                        PAIRS.add(new Scored(fields[0], fields[1], fields[2], cosine));
                    });
        }
        PAIRS.sort(Comparator.comparingDouble(Scored::cosine));
        PAIRS.forEach(System.out::println);
    }

    @Test
    void thereAreEnoughPairsOfBothKinds() {
        assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(PAIRS).extracting(Scored::expected).containsOnly("same", "different");
        assertThat(PAIRS.stream().filter(pair -> pair.expected().equals("same")))
                .hasSizeGreaterThan(25);
    }

    @Test
    void namesThatDifferAreNeverJoinedUnasked() {
        assertThat(PAIRS)
                .filteredOn(pair -> pair.expected().equals("different"))
                .allSatisfy(
                        pair -> assertThat(pair.cosine()).as(pair.toString()).isLessThan(BOUNDS.same()));
    }

    /** Synonyms without a word in common are far apart for this model; they become two KPs, the lesser of the two errors. */
    @Test
    void ofNamesThatMeanTheSameOnlyKnownOnesAreKeptApartUnasked() {
        assertThat(PAIRS)
                .filteredOn(pair -> pair.expected().equals("same") && pair.cosine() < BOUNDS.distinct())
                .extracting(pair -> pair.first() + " ~ " + pair.second())
                .containsExactlyInAnyOrder(
                        "Arithmetic mean ~ Average", "Mean ~ Average", "Dot product ~ Scalar product");
    }
}
