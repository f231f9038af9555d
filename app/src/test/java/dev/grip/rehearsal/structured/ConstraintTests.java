package dev.grip.rehearsal.structured;

import static dev.grip.rehearsal.structured.JsonOf.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a constraint in a request, and what is refused. */
class ConstraintTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"response_format\": null, \"structured_outputs\": null}",
                "{\"response_format\": {\"type\": \"text\"}}",
                "{\"guided_json\": {\"type\": \"boolean\"}, \"guided_choice\": [\"a\"], \"guided_regex\": \"(\"}"
            })
    void aRequestWithoutAConstraintIsAnsweredFreely(String request) {
        Constraint constraint = Constraint.of(json(request));

        assertThat(constraint.free()).isTrue();
        assertThat(constraint.answer(FreeAnswer.of("As it is.\n"), new Draws(1)))
                .isEqualTo("As it is.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"response_format": {"type": "json_schema"}}                                       | response_format    | json_schema
            {"response_format": {"type": "json_schema", "json_schema": {"name": "x"}}}         | response_format    | schema
            {"response_format": {"type": "json_schema", "json_schema": {"schema": {"type": "null"}}}} | response_format | name
            {"response_format": {"type": "structural_tag"}}                                    | response_format    | structural_tag
            {"response_format": {}}                                                            | response_format    | json_schema
            {"structured_outputs": {}}                                                         | structured_outputs | exactly one
            {"structured_outputs": []}                                                         | structured_outputs | object
            {"structured_outputs": {"choice": null, "backend": "x"}}                           | structured_outputs | exactly one
            {"structured_outputs": {"choice": ["a"], "regex": "a"}}                            | structured_outputs | regex, choice
            {"structured_outputs": {"choice": ["a"]}, "response_format": {"type": "json_object"}} | structured_outputs | json_object, choice
            {"structured_outputs": {"grammar": "root ::= 1"}}                                  | structured_outputs | grammar
            {"structured_outputs": {"structural_tag": "x"}}                                    | structured_outputs | structural_tag
            {"structured_outputs": {"choice": []}}                                             | structured_outputs | choice
            {"structured_outputs": {"choice": "a"}}                                            | structured_outputs | choice
            {"structured_outputs": {"choice": [1]}}                                            | structured_outputs | choice
            {"structured_outputs": {"regex": 1}}                                               | structured_outputs | regex
            {"structured_outputs": {"json_object": false}}                                     | structured_outputs | json_object
            {"structured_outputs": {"json": "no json"}}                                        | structured_outputs | json
            {"structured_outputs": {"choices": ["a"]}}                                         | structured_outputs | exactly one
            """)
    void aConstraintThatCannotHoldIsRefusedNamingTheField(String request, String field, String named) {
        assertThatThrownBy(() -> Constraint.of(json(request)))
                .asInstanceOf(InstanceOfAssertFactories.type(ConstraintException.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining(named));
    }

    @Test
    void aSchemaIsReadFromAnyOfItsPlaces() {
        for (String request : new String[] {
            "{\"response_format\": {\"type\": \"json_schema\", \"json_schema\": {\"name\": \"x\", \"strict\": true,"
                    + " \"schema\": {\"type\": \"boolean\"}}}}",
            "{\"structured_outputs\": {\"json\": {\"type\": \"boolean\"}, \"disable_any_whitespace\": true}}",
            "{\"structured_outputs\": {\"json\": \"{\\\"type\\\": \\\"boolean\\\"}\"}}"
        }) {
            assertThat(answer(request, "So.\nAnswer: False", 1)).isEqualTo("false");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Answer: True           | ["True", "False"]             | True
            Answer: False          | ["True", "False"]             | False
            Answer: True           | ["Answer: True", "Answer: False"] | Answer: True
            Answer: False          | ["yes", "no"]                 | no
            Answer: False          | ["right", "not right"]        | not right
            Evaluation Score: 0.94 | ["0.0", "0.1", "0.9", "1.0"]  | 0.9
            Evaluation Score: 0.94 | ["1", "2", "3", "4", "5"]     | 5
            Evaluation Score: 0.2  | ["low", "medium", "high"]     | low
            Evaluation Score: 0.94 | ["bad", "pass"]               | pass
            Difficulty: high       | ["low", "medium", "high"]     | high
            Difficulty: medium     | ["1", "2", "3"]               | 2
            """)
    void aChoiceMeansWhatWasSaid(String last, String choices, String expected) {
        for (int seed = 0; seed < 20; seed++) {
            String request = "{\"structured_outputs\": {\"choice\": " + choices + "}}";
            assertThat(answer(request, "Reasons first.\n" + last, seed)).isEqualTo(expected);
        }
    }

    @Test
    void whereNoChoiceFitsChanceDrawsOneOfThem() {
        Set<String> drawn = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            drawn.add(answer("{\"structured_outputs\": {\"choice\": [\"blorf\", \"quix\"]}}", "I do not know.", seed));
        }
        assertThat(drawn).containsExactlyInAnyOrder("blorf", "quix");
    }

    @Test
    void anyJsonObjectHoldsThePartsOfTheAnswer() {
        String request = "{\"response_format\": {\"type\": \"json_object\"}}";

        assertThat(json(answer(request, "It is good.\nEvaluation Score: 0.94", 1)))
                .isEqualTo(json("{\"explanation\": \"It is good.\", \"evaluation_score\": 0.94}"));
        assertThat(json(answer(request, "Answer: True", 1))).isEqualTo(json("{\"answer\": true}"));
        assertThat(json(answer(request, "1. One\n2. Two", 1))).isEqualTo(json("{\"items\": [\"One\", \"Two\"]}"));
        assertThat(json(answer(request, "Just text.", 1))).isEqualTo(json("{\"answer\": \"Just text.\"}"));
        assertThat(json(answer(request, "{\"a\": 1}", 1))).isEqualTo(json("{\"a\": 1}"));
    }

    private static String answer(String request, String said, long seed) {
        return Constraint.of(json(request)).answer(FreeAnswer.of(said), new Draws(seed));
    }
}
