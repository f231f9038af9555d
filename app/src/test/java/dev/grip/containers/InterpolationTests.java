package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterpolationTests {

    private final Interpolation variables = new Interpolation(Map.of("SET", "a$b", "EMPTY", ""));

    @ParameterizedTest
    @ValueSource(strings = {"$NAME", "${1}", "cost: $", "${SET/a/b}"})
    void aDollarThatIsNoVariableIsRefused(String text) {
        assertThatThrownBy(() -> variables.apply(text)).hasMessageStartingWith("not a variable: $");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ${SET}            | a$b
            ${SET:-other}     | a$b
            ${EMPTY:-other}   | other
            ${UNSET:-0,1}     | 0,1
            ${SET:+--config}  | --config
            x${UNSET:+gone}y  | xy
            x${UNSET}y        | xy
            $${SET}           | ${SET}
            $$5               | $5
            """)
    void variablesAreReplacedAsComposeDoes(String text, String expected) {
        assertThat(variables.apply(text)).isEqualTo(expected);
    }

    @Test
    void aMissingRequiredVariableSaysWhatToDo() {
        assertThatThrownBy(() -> variables.apply("${UNSET:?set it}")).hasMessageContaining("UNSET is missing: set it");
    }
}
