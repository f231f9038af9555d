package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCountTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
            Hello, world|Hell_o, w_orld
            Answer: True|Answ_er:_ True
            Answer: False.|Answ_er:_ False_.
            yes|yes
            Yesterday|Yest_erda_y
            Score: 0.85|Scor_e: _0_._85
            123456|123_456
            untrue|untr_ue
            No no|No_ no
            """)
    void valuesStandAloneAndTheRestIsFourCharactersEach(String text, String tokens) {
        assertThat(String.join("_", tokens(text))).isEqualTo(tokens);
        assertThat(TokenCount.of(text)).isEqualTo(tokens(text).size());
    }

    @Test
    void aPairOfSurrogatesIsNeverSplit() {
        String text = "abc\uD835\uDEFC\uD835\uDEFDx";

        assertThat(tokens(text)).containsExactly("abc\uD835\uDEFC", "\uD835\uDEFDx");
    }

    @Test
    void theFirstTokensOfATextAreItsBeginning() {
        String text = "Evaluation Score: 8\nAnswer: True";

        for (int tokens = 0; tokens <= TokenCount.of(text); tokens++) {
            String first = TokenCount.first(tokens, text);
            assertThat(text).startsWith(first);
            assertThat(TokenCount.of(first)).isEqualTo(tokens);
        }
        assertThat(TokenCount.first(1000, text)).isSameAs(text);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); at = TokenCount.end(text, at)) {
            tokens.add(text.substring(at, TokenCount.end(text, at)));
        }
        return tokens;
    }
}
