package dev.grip.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.seeds.SeedParser.BadSeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedParserTests {

    private final SeedParser parser = new SeedParser("file.jsonl");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"problem": "p"                                                   | not valid JSON at column
                    {"problem": "p", "solution": "s"} {}                              | not valid JSON at column
                    {"problem": "p", "problem": "q", "solution": "s"}                 | Duplicate field 'problem'
                    {'problem': 'p'}                                                  | not valid JSON at column
                    []                                                                | expected a JSON object, found an array ([])
                    "problem"                                                         | expected a JSON object, found a string ("problem")
                    null                                                              | expected a JSON object, found a null (null)
                    {}                                                                | 'problem' is missing
                    {"problem": "p"}                                                  | 'solution' is missing
                    {"problem": "", "solution": "s"}                                  | 'problem' is empty
                    {"problem": " \\t", "solution": "s"}                              | 'problem' is empty
                    {"problem": "p", "solution": " "}                                 | 'solution' is empty
                    {"problem": "p", "solution": null}                                | 'solution' is empty
                    {"problem": 1, "solution": "s"}                                   | 'problem' must be text, found a number (1)
                    {"problem": ["p"], "solution": "s"}                               | 'problem' must be text, found an array (["p"])
                    {"problem": "p", "solution": {"a": 1}}                            | 'solution' must be text, found an object ({"a":1})
                    {"problem": "p", "solution": "s", "answer": true}                 | 'answer' must be text, found a boolean (true)
                    {"problem": "p", "solution": "s", "answer": ["1"]}                | 'answer' must be text
                    {"problem": "p", "solution": "s", "subject": 3}                   | 'subject' must be text
                    {"problem": "p", "solution": "s", "type": {}}                     | 'type' must be text
                    {"problem": "p", "solution": "s", "level": []}                    | 'level' must be text
                    {"problem": "p", "solution": "s", "id": 1.5}                      | 'id' must be text, found a number (1.5)
                    {"problem": "p", "solution": "s", "id": false}                    | 'id' must be text
                    {"problem": "p", "solution": "s", "knowledge_points": "Addition"} | 'knowledge_points' must be a list of texts
                    {"problem": "p", "solution": "s", "knowledge_points": [1]}        | 'knowledge_points' holds a number (1)
                    {"problem": "p", "solution": "s", "knowledge_points": ["a", " "]} | 'knowledge_points' holds a string
                    {"question": "q"}                                                 | 'answer' is missing
                    {"question": "q", "answer": "#### 5"}                             | 'answer' has no solution before ####
                    {"question": 5, "answer": "x #### 5"}                             | 'question' must be text
                    """)
    void refusesWhatMakesNoSeedAndSaysWhy(String line, String why) {
        assertThatThrownBy(() -> parser.parse(line))
                .isInstanceOf(BadSeed.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesWhatTheDatabaseCouldNotIndex() {
        assertThatThrownBy(() -> parser.parse(line("\"id\": \"" + "x".repeat(201) + "\"")))
                .hasMessage("'id' has 201 characters; at most 200 are taken");
        assertThatThrownBy(() -> parser.parse(line("\"knowledge_points\": [\"" + "x".repeat(301) + "\"]")))
                .hasMessage("'knowledge_points' holds a name of 301 characters; at most 300 are taken");
    }

    @Test
    void refusesJsonNestedWithoutEnd() {
        assertThatThrownBy(() -> parser.parse("[".repeat(100_000)))
                .isInstanceOf(BadSeed.class)
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void showsOnlyTheBeginningOfAWrongValue() {
        assertThatThrownBy(() -> parser.parse(line("\"subject\": [\"" + "x".repeat(5000) + "\"]")))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120).contains("…"));
    }

    @Test
    void readsItsOwnFields() throws BadSeed {
        assertThat(
                        parser.parse(
                                """
                                {"id": "s1", "problem": " p ", "solution": "s", "answer": 5, "subject": "Algebra", "level": 3,
                                 "knowledge_points": ["Addition", " Sums of 2 ", "Addition"], "more": {"ignored": true}}
                                """))
                .isEqualTo(new Seed(
                        "s1", "p", "s", "5", "Algebra", "3", "file.jsonl", java.util.List.of("Addition", "Sums of 2")));
    }

    @Test
    void readsTheFieldsOfMath() throws BadSeed {
        Seed seed = parser.parse(
                """
                {"problem": "Find $x$.", "level": "Level 5", "type": "Precalculus",
                 "solution": "First $\\\\boxed{1}$, no: $\\\\boxed{\\\\frac{\\\\sqrt{3}}{2}}$."}
                """);
        assertThat(seed.answer()).isEqualTo("\\frac{\\sqrt{3}}{2}");
        assertThat(seed.subject()).isEqualTo("Precalculus");
        assertThat(seed.level()).isEqualTo("Level 5");
    }

    @Test
    void readsTheFieldsOfGradeSchoolMath() throws BadSeed {
        Seed seed = parser.parse(
                """
                {"question": "How many?", "answer": "He sold 48/2 = <<48/2=24>>24.\\nThat is <<24+48=72>>72 < 100.\\n#### 1,072"}
                """);
        assertThat(seed.problem()).isEqualTo("How many?");
        assertThat(seed.solution()).isEqualTo("He sold 48/2 = 24.\nThat is 72 < 100.");
        assertThat(seed.answer()).isEqualTo("1,072");
    }

    @Test
    void aQuestionWithItsOwnSolutionKeepsBoth() throws BadSeed {
        Seed seed = parser.parse("{\"question\": \"q\", \"solution\": \"s\", \"answer\": \"18\"}");
        assertThat(seed.problem()).isEqualTo("q");
        assertThat(seed.solution()).isEqualTo("s");
        assertThat(seed.answer()).isEqualTo("18");
    }

    @Test
    void anAbsentAnswerIsAbsent() throws BadSeed {
        assertThat(parser.parse(line("\"id\": \"a\"")).answer()).isNull();
        assertThat(parser.parse("{\"question\": \"q\", \"answer\": \"work ####  \"}")
                        .answer())
                .isNull();
        assertThat(parser.parse("{\"question\": \"q\", \"answer\": \"work\"}").answer())
                .isNull();
    }

    @Test
    void aMissingIdIsDerivedFromTheProblemAlone() throws BadSeed {
        Seed first = parser.parse("{\"problem\": \"p\", \"solution\": \"s\"}");
        Seed second = new SeedParser("other").parse("{\"id\": \"\", \"solution\": \"t\", \"problem\": \"p\"}");
        assertThat(first.id()).startsWith("seed-").isEqualTo(second.id());
        assertThat(parser.parse("{\"problem\": \"q\", \"solution\": \"s\"}").id())
                .isNotEqualTo(first.id());
        assertThat(parser.parse(line("\"id\": 12345678901234567890")).id()).isEqualTo("12345678901234567890");
    }

    private static String line(String field) {
        return "{\"problem\": \"p\", \"solution\": \"s\", " + field + "}";
    }
}
