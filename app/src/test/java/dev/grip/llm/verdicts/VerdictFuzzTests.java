package dev.grip.llm.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictFuzzTests {

    private static final String LABEL = "Evaluation Score";
    private static final int LONG = 1 << 20;
    /** What takes a second in linear time takes days in quadratic. */
    private static final Duration ANY_LINEAR = Duration.ofSeconds(60);

    private static final List<String> PARTS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ":",
            ",",
            "\\",
            "\n",
            "\r",
            " ",
            "score",
            "Score",
            LABEL,
            ": ",
            "0.7",
            "1/10",
            "-",
            "true",
            "null",
            "1e999",
            "\\u",
            "\\boxed{",
            "<think>",
            "</think>",
            "**",
            "$",
            "/*",
            "//",
            "é",
            "：",
            "\ud800",
            "ﷺ",
            "evaluation_score",
            "out of",
            "\0",
            "99999999999999999999");

    private final VerdictReader<Double> share = VerdictReader.share(LABEL);
    private final VerdictReader<Boolean> answer = VerdictReader.trueFalse("Answer");

    @Test
    void anyTextIsRead() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            String text = text(random, random.nextInt(60));
            Reading<Double> reading = share.read(text);
            reading.value().ifPresent(value -> assertThat(value).as(text).isBetween(0.0, 1.0));
            answer.read(text);
            JsonVerdict.last(text, LABEL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{}",
                "}{",
                "{{}",
                "{\"a\":",
                "[",
                "{a:[",
                "\"",
                "'",
                "{'",
                "\\",
                "\\boxed{",
                "\n",
                " ",
                "\t*",
                "<think>",
                "</think>",
                "Evaluation Score: ",
                "Evaluation Score:\t",
                "*_`",
                "0",
                "ﷺ",
                "/*",
                "{\"score\":0.5}",
                "{/*",
                "{//",
                "{1",
                "{\"score\":\"",
                "Evaluation "
            })
    void aMillionCharactersTakeLinearTime(String part) {
        String text = part.repeat(LONG / part.length());
        assertTimeoutPreemptively(ANY_LINEAR, () -> {
            JsonVerdict.last(text, LABEL);
            JsonVerdict.last("{" + text + "}", LABEL);
            share.read(text);
            answer.read(text);
        });
    }

    @Test
    void aMillionRandomCharactersTakeLinearTime() {
        String text = text(new Random(3), LONG / 4);
        assertTimeoutPreemptively(ANY_LINEAR, () -> {
            JsonVerdict.last(text, LABEL);
            share.read(text);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"evaluation_score": 0.7}            | 0.7
                    {"Evaluation Score": 0.7}            | 0.7
                    {"evaluationScore": 0.7}             | 0.7
                    {"score": 0.7}                       | 0.7
                    {"SCORE": "0.7"}                     | 0.7
                    {"1": "first", "score": 0.7}         | 0.7
                    {"": 0.2, "score": 0.7}              | 0.7
                    {"e": 0.2, "score": 0.7}             | 0.7
                    {"core": 0.2}                        | unparsed
                    {"得分": 0.2}                        | unparsed
                    {"evaluation": 0.2}                  | unparsed
                    """)
    void theFieldIsTheLabelOrItsLastWords(String text, String expected) {
        Reading<Double> reading = share.read(text);
        assertThat(reading.value().map(String::valueOf).orElse(reading.path())).isEqualTo(expected);
    }

    private static String text(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
