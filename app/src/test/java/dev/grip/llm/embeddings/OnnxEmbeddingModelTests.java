package dev.grip.llm.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.grip.llm.EmbeddingModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnnxEmbeddingModelTests {

    private static final EmbeddingModel MODEL = new OnnxEmbeddingModel();

    // Quantised arithmetic differs a little from processor to processor, hence the wide margins.
    @Test
    void closeButDifferentKnowledgePointsScoreAsMeasured() {
        assertThat(cosine("sine function", "cosine function")).isCloseTo(0.797, within(0.03));
        assertThat(cosine("geometric sequence", "arithmetic sequence")).isCloseTo(0.856, within(0.03));
        assertThat(cosine("Pythagorean theorem", "Pythagoras' theorem")).isCloseTo(0.959, within(0.03));
        assertThat(cosine("Sine Function", "sine function")).isCloseTo(1, within(1e-5));
    }

    @Test
    void vectorsHaveLengthOneAndTheDeclaredDimension() {
        float[] vector = MODEL.embed(List.of("prime factorization")).get(0);
        assertThat(vector).hasSize(MODEL.dimensions()).hasSize(384);
        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void manyTextsComeBackInTheirOrder() {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(i -> "knowledge point number " + i)
                .toList();
        List<float[]> together = MODEL.embed(texts);
        for (int i = 0; i < texts.size(); i += 13) {
            assertThat(dot(together.get(i), MODEL.embed(List.of(texts.get(i))).get(0)))
                    .isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void aBlankTextIsRefusedAndNoTextIsNothing() {
        assertThat(MODEL.embed(List.of())).isEmpty();
        assertThatThrownBy(() -> MODEL.embed(List.of("fine", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Text 1 of 2 is blank");
    }

    private static double cosine(String a, String b) {
        List<float[]> vectors = MODEL.embed(List.of(a, b));
        return dot(vectors.get(0), vectors.get(1));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
