package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.combinations.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunBodyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        {}                                             | A run needs kinds
        {"kinds": []}                                  | A run needs kinds
        {"kinds": [null]}                              | A run needs kinds
        {"limit": 5}                                   | A run needs kinds
        {"kinds": ["TWO_HOP"], "limit": 0}             | limit is 0
        {"kinds": ["TWO_HOP"], "parameters": {"a": 1}} | parameters belong to cypher
        {"cypher": "RETURN 1", "kinds": ["TWO_HOP"], "seed": 1} | leave out kinds, seed, or leave out cypher
        {"cypher": "RETURN 1", "limit": -1}            | limit is -1
    """)
    void fieldsThatDoNotFitTogetherAreRefused(String json, String words) throws JsonProcessingException {
        var body = read(json);

        assertThatThrownBy(body::toRequest)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void kindsBecomeASpec() throws JsonProcessingException {
        var request =
                read("""
                        {"kinds": ["TWO_HOP", "COMMUNITY"], "limit": 100, "seed": 1, "core": {"top": 20},
                         "communitySizes": [3], "minImplicitWeight": 1.5}
                        """)
                        .toRequest();

        assertThat(request.cypher()).isNull();
        assertThat(request.limit()).isEqualTo(100);
        var spec = Objects.requireNonNull(request.spec());
        assertThat(spec.kinds()).containsExactly(Kind.TWO_HOP, Kind.COMMUNITY);
        assertThat(spec.seed()).isEqualTo(1);
        assertThat(spec.core()).containsEntry("top", 20);
        assertThat(spec.communitySizes()).containsExactly(3);
        assertThat(spec.minImplicitWeight()).isEqualTo(1.5);
    }

    @Test
    void cypherKeepsItsParameters() throws JsonProcessingException {
        var request = read("{\"cypher\": \"RETURN $a\", \"parameters\": {\"a\": [1, \"x\"]}, \"limit\": 3}")
                .toRequest();

        assertThat(request.spec()).isNull();
        assertThat(request.cypher()).isEqualTo("RETURN $a");
        assertThat(request.parameters()).isEqualTo(Map.of("a", List.of(1, "x")));
        assertThat(request.limit()).isEqualTo(3);
    }

    private static RunBody read(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, RunBody.class);
    }
}
