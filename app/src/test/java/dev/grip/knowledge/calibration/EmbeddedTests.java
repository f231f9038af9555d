package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.grip.knowledge.calibration.LabelledPair.Meaning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTests {

    @Test
    void aPairHasTheCosineOfItsNamesWhateverTheVectorsLengths() {
        List<LabelledPair> pairs = List.of(pair("0", "60"), pair("60", "90"), pair("0", "180"));

        Embedded embedded = Embedded.of(new PlaneModel(), pairs);

        assertThat(embedded.size()).isEqualTo(4);
        assertThat(embedded.score(pairs).stream()
                        .mapToDouble(ScoredPair::cosine)
                        .toArray())
                .usingComparatorWithPrecision(1e-6)
                .containsExactly(0.5, Math.cos(Math.PI / 6), -1);
        assertThat(embedded.all()).hasSize(6).isSorted();
        assertThat(embedded.all()[0]).isCloseTo(-1, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            zero     | plane gave 'zero' a vector that is zero or not finite
            infinite | plane gave 'infinite' a vector that is zero or not finite
            short    | plane gave 'short' 1 numbers and not 2
            missing  | plane gave 1 vectors for 2 names
            """)
    void aModelWithoutUsableVectorsIsNamedWithWhatIsWrong(String name, String message) {
        assertThatThrownBy(() -> Embedded.of(new PlaneModel(), List.of(pair("0", name))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("models.embedding");
    }

    private static LabelledPair pair(String first, String second) {
        return new LabelledPair(first, second, Meaning.SAME, "geometry", "own", "why");
    }
}
