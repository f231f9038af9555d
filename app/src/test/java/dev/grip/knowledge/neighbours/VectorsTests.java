package dev.grip.knowledge.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VectorsTests {

    private static final float[] GOOD = {0.6f, 0.8f};

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aValueThatIsNoNumberIsRefusedWithItsMention(float value) {
        assertThatThrownBy(() -> Vectors.of(List.of(GOOD, new float[] {0, value}), List.of("Sine", "Cosine")))
                .hasMessageContainingAll("mention 'Cosine' (1)", "not a finite number");
        assertThatThrownBy(() -> Vectors.of(List.of(GOOD, new float[] {0, value})))
                .hasMessageContaining("Vector 1");
    }

    @Test
    void aVectorOfAnotherLengthOrNumberOfDimensionsIsRefused() {
        assertThatThrownBy(() -> Vectors.of(List.of(new float[] {3, 4}), List.of("Sine")))
                .hasMessageContainingAll("'Sine'", "length 5.0000");
        assertThatThrownBy(() -> Vectors.of(List.of(GOOD, new float[] {1}), List.of("Sine", "Cosine")))
                .hasMessageContainingAll("'Cosine'", "1 dimensions", "others have 2");
    }

    @Test
    void aVectorOfZerosIsNearNothing() {
        Vectors vectors = Vectors.of(List.of(GOOD, new float[2]));

        assertThat(vectors.cosine(0, 1)).isZero();
        assertThat(vectors.cosine(1, 1)).isZero();
        assertThat(vectors.zero(1)).isTrue();
        assertThat(vectors.zero(0)).isFalse();
    }

    @Test
    void roundingNeverMakesACosineLargerThanOne() {
        Vectors vectors = Vectors.of(List.of(new float[] {1.0004f}, new float[] {1.0004f}));

        assertThat(vectors.cosine(0, 1)).isEqualTo(1);
    }

    @Test
    void aReachThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Reach(0.9, 0.7, 3)).hasMessageContaining("same 0.7, bound 0.9");
        assertThatThrownBy(() -> new Reach(Double.NaN, 0.7, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reach(0.7, 0.9, -1)).hasMessageContaining("k is -1");
    }
}
