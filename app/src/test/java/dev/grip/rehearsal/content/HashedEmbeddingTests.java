package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of texts: near where the texts are. */
class HashedEmbeddingTests {

    private static final String PROBLEM =
            "Mona has 5 bags with 19 ribbons in each bag and finds 37 more ribbons in a drawer. How many ribbons does Mona"
                    + " have?";

    @Test
    void everyVectorHasUnitLength() {
        for (String text : List.of("", "?!", "a", PROBLEM, "Größe ∑ 数学", "x ".repeat(5000))) {
            float[] vector = HashedEmbedding.of(text);

            assertThat(vector).hasSize(HashedEmbedding.DIMENSIONS);
            assertThat(cosine(vector, vector)).isCloseTo(1, Offset.offset(1e-5));
            assertThat(HashedEmbedding.of(text)).isEqualTo(vector);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Mona has 5 bags  with 19 ribbons in each bag; and finds 37 more ribbons in a drawer. HOW MANY ribbons does Mona have?
            Mona has 5 bags with 19 ribbons in each bag and finds 38 more ribbons in a drawer. How many ribbons does Mona have?
            Mona has 6 boxes with 19 ribbons in each box and finds 37 more ribbons in a drawer. How many ribbons does Mona have?
            """)
    void nearDuplicatesAreNear(String other) {
        assertThat(cosine(HashedEmbedding.of(PROBLEM), HashedEmbedding.of(other)))
                .isGreaterThan(0.85);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A van needs 9 litres of fuel for every 100 kilometres. Boris drives it 3 times over a distance of 250 kilometres.
            What is the capital of France?
            """)
    void otherTextsAreFar(String other) {
        assertThat(cosine(HashedEmbedding.of(PROBLEM), HashedEmbedding.of(other)))
                .isLessThan(0.5);
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return product;
    }
}
