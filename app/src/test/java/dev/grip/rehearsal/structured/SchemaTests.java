package dev.grip.rehearsal.structured;

import static dev.grip.rehearsal.structured.JsonOf.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON of a schema: always valid, and saying what was said. */
class SchemaTests {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final List<String> ANSWERS = List.of(
            "The problem is clear.\nEvaluation Score: 0.94",
            "Recomputing gives 7.\nAnswer: False",
            "About 4 steps.\nDifficulty: medium",
            "1. Counting\n2. Addition\n3. Naming things at great length",
            "{\"verdict\": true}",
            "",
            "Nobody knows \"it\" \\frac{1}{2} \uD83D\uDE00.");

    @Test
    void everyAnswerIsValidWhateverTheSchema() {
        for (int seed = 0; seed < 4000; seed++) {
            ObjectNode schema = RandomSchema.draw(seed);
            String said = ANSWERS.get(seed % ANSWERS.size());
            JsonNode answer = json(answer(schema.toString(), said, seed));

            assertThat(FACTORY.getSchema(schema).validate(answer))
                    .as("%s for %s after '%s'", answer, schema, said)
                    .isEmpty();
        }
    }

    @Test
    void theSameDrawsGiveTheSameAnswer() {
        for (int seed = 0; seed < 200; seed++) {
            String schema = RandomSchema.draw(seed).toString();
            assertThat(answer(schema, "", seed)).isEqualTo(answer(schema, "", seed));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Answer: True           | {"type": "boolean"}                                     | true
            Answer: False          | {"type": "boolean"}                                     | false
            Answer: True           | {"enum": ["no", "yes"]}                                 | "yes"
            Answer: False          | {"enum": ["correct", "incorrect"]}                      | "incorrect"
            Answer: False          | {"enum": ["valid", "not valid"]}                        | "not valid"
            Answer: False          | {"enum": [0, 1]}                                        | 0
            Answer: True           | {"type": "integer", "minimum": 0, "maximum": 1}         | 1
            Evaluation Score: 0.94 | {"type": "number", "minimum": 0, "maximum": 1}          | 0.94
            Evaluation Score: 0.94 | {"type": "number"}                                      | 0.94
            Evaluation Score: 0.94 | {"type": "integer", "minimum": 0, "maximum": 100}       | 94
            Evaluation Score: 0.94 | {"type": "number", "minimum": 1, "maximum": 10}         | 9.46
            Evaluation Score: 0.94 | {"anyOf": [{"type": "null"}, {"type": "number"}]}       | 0.94
            Evaluation Score: 0.94 | {"type": ["string", "number", "null"]}                  | 0.94
            Evaluation Score: 0.74 | {"enum": ["0.0", "0.5", "0.7", "1.0"]}                  | "0.7"
            Difficulty: medium     | {"enum": ["low", "medium", "high"]}                     | "medium"
            Difficulty: high       | {"enum": ["Easy", "Moderate", "Hard"]}                  | "Hard"
            Difficulty: high       | {"type": "integer", "minimum": 1, "maximum": 5}         | 5
            Difficulty: low        | {"type": "string"}                                      | "low"
            Verdict: too_detailed  | {"enum": ["keep", "vague", "wrong", "too_detailed"]}    | "too_detailed"
            """)
    void aVerdictIsSaidInTheFormThatWasAskedFor(String last, String schema, String expected) {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(json(answer(schema, "For good reason.\n" + last, seed))).isEqualTo(json(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "reason": {"type": "string"}, "verdict": {"type": "boolean"}                 | {"reason": "It holds.", "verdict": true}
            "reason": {"type": "string", "maxLength": 5}, "answer": {"type": "string"}   | {"reason": "It ho", "answer": "True"}
            "confidence": {"const": 1}, "isRight": {"type": ["boolean", "null"]}         | {"confidence": 1, "isRight": true}
            "text": {"type": "string"}                                                   | {"text": "It holds.\\nAnswer: True"}
            "first": {"type": "string"}, "second": {"type": "string"}                    | {"first": "It holds.", "second": "True"}
            "result": {"type": "object", "properties": {"verdict": {"type": "boolean"}}} | {"result": {"verdict": true}}
            "verdicts": {"type": "array", "items": {"type": "boolean"}}                  | {"verdicts": [true]}
            """)
    void thePartsOfAnAnswerGoIntoTheirProperties(String properties, String expected) {
        String schema = "{\"type\": \"object\", \"properties\": {" + properties + "}}";

        for (int seed = 0; seed < 20; seed++) {
            assertThat(json(answer(schema, "It holds.\nAnswer: True", seed))).isEqualTo(json(expected));
        }
    }

    @Test
    void aNumberedListFillsAList() {
        String schema = "{\"properties\": {\"names\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}";

        assertThat(json(answer(schema, "1. Counting\n2. Addition", 1)))
                .isEqualTo(json("{\"names\": [\"Counting\", \"Addition\"]}"));
    }

    @Test
    void whatIsOfTheSchemaAlreadyStays() {
        assertThat(json(answer("{\"type\": \"object\"}", " {\"a\": [1, {\"b\": null}]}\n", 1)))
                .isEqualTo(json("{\"a\": [1, {\"b\": null}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipleOf",
                "uniqueItems",
                "contains",
                "patternProperties",
                "propertyNames",
                "$ref",
                "pattern",
                "format",
                "allOf",
                "oneOf",
                "not",
                "if",
                "$defs",
                "prefixItems"
            })
    void anUnsupportedKeywordIsNamedWithItsPlace(String keyword) {
        String schema = "{\"type\": \"object\", \"properties\": {\"x\": {\"" + keyword + "\": 1}}}";

        assertThatThrownBy(() -> answer(schema, "", 1))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("'" + keyword + "'")
                .hasMessageContaining("/properties/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"type": "integer", "minimum": 0.2, "maximum": 0.8}                               | minimum
            {"type": "number", "exclusiveMinimum": 1, "maximum": 1}                           | minimum
            {"type": "number", "minimum": "1"}                                                | minimum
            {"type": "string", "minLength": 3, "maxLength": 2}                                | minLength
            {"type": "string", "minLength": -1}                                               | minLength
            {"type": "array", "minItems": 2, "maxItems": 1}                                   | minItems
            {"type": "boolean", "enum": ["a", 1]}                                             | enum
            {"enum": []}                                                                      | enum
            {"type": "string", "const": 1}                                                    | const
            {"type": "text"}                                                                  | type
            {"type": []}                                                                      | type
            {"anyOf": []}                                                                     | anyOf
            {"type": "object", "anyOf": [{"type": "object"}]}                                 | anyOf
            {"properties": {}, "required": ["x"], "additionalProperties": false}              | required
            {"type": "array", "minItems": 1000, "items": {"type": "array", "minItems": 1000}} | too long
            {"properties": {"x": false}}                                                      | /properties/x
            []                                                                                | not a schema
            """)
    void aSchemaThatNothingSatisfiesIsRefused(String schema, String named) {
        assertThatThrownBy(() -> answer(schema, "", 1))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aSchemaThatRepeatsItselfDeeplyIsRefused() {
        String schema = "{\"items\": ".repeat(40) + "{}" + "}".repeat(40);

        assertThatThrownBy(() -> answer(schema, "", 1)).hasMessageContaining("deeper");
    }

    @Test
    void nestedListsStayShort() {
        String schema = "{\"type\": \"array\", \"items\": ".repeat(25) + "{\"type\": \"boolean\"}" + "}".repeat(25);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int seed = 0; seed < 100; seed++) {
                assertThat(answer(schema, "", seed)).hasSizeLessThan(10_000);
            }
        });
    }

    private static String answer(String schema, String said, long seed) {
        String request = "{\"structured_outputs\": {\"json\": " + schema + "}}";
        return Constraint.of(json(request)).answer(FreeAnswer.of(said), new Draws(seed));
    }
}
