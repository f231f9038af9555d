package dev.grip.rehearsal.content;

import static dev.grip.rehearsal.structured.JsonOf.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.rehearsal.structured.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to spoil a verdict, for judges that score, judges that say true or false, and raters. */
class JudgeSlipTests {

    private static final int MANY = 200;

    /** What a model says in its last line before it slips. */
    private enum Judge {
        SCORE("Evaluation Score"),
        TRUTH("Answer"),
        LEVEL("Difficulty");

        private final String label;

        Judge(String label) {
            this.label = label;
        }

        String value(int seed) {
            List<String> values =
                    switch (this) {
                        case SCORE -> List.of("0.94", "0.12", "1.00");
                        case TRUTH -> List.of("True", "False");
                        case LEVEL -> List.of("low", "medium", "high");
                    };
            return values.get(seed % values.size());
        }

        String says(int seed) {
            return "Every step was checked.\n" + label + ": " + value(seed);
        }

        Pattern line(String value) {
            return Pattern.compile("(?m)^" + label + ": " + Pattern.quote(value) + "$");
        }
    }

    private static String spoilt(JudgeSlip slip, Judge judge, int seed) {
        AnswerFaults faults = AnswerFaults.slipping(JudgeSlips.NONE.with(slip, 1));
        return speak(Personality.FLAWLESS.withFaults(faults), judge.says(seed), seed, Constraint.none());
    }

    static String speak(Personality personality, String says, int seed, Constraint constraint) {
        List<Conversation.Turn> turns = List.of(new Conversation.Turn("user", "Judge this."));
        Manner manner = new Manner(constraint, true, 256, seed, 0);
        return new Speaker(conversation -> says)
                .speak(new Conversation("judge", turns, personality, manner))
                .content();
    }

    /** Holds for every kind of judge and many draws. */
    private static void assertAlways(JudgeSlip slip, BiPredicate<String, Integer> holds, Judge... judges) {
        for (Judge judge : judges.length == 0 ? Judge.values() : judges) {
            for (int seed = 0; seed < MANY; seed++) {
                String text = spoilt(slip, judge, seed);
                assertThat(holds.test(text, seed))
                        .as("%s %s: %s", slip, judge, text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(JudgeSlip.class)
    void everySlipSpoilsEveryKindOfVerdictAndIsTheSameEachTime(JudgeSlip slip) {
        for (Judge judge : Judge.values()) {
            for (int seed = 0; seed < 20; seed++) {
                assertThat(spoilt(slip, judge, seed))
                        .isEqualTo(spoilt(slip, judge, seed))
                        .isNotEqualTo(judge.says(seed));
            }
        }
    }

    @Test
    void markdownDressesTheVerdictLine() {
        for (Judge judge : Judge.values()) {
            assertAlways(
                    JudgeSlip.MARKDOWN,
                    (text, seed) -> text.contains("**")
                            && last(text).contains(judge.label)
                            && last(text).contains(judge.value(seed))
                            && !judge.line(judge.value(seed)).matcher(text).find(),
                    judge);
        }
    }

    @Test
    void aValueIsWrapped() {
        for (Judge judge : Judge.values()) {
            assertAlways(
                    JudgeSlip.WRAPPED_VALUE,
                    (text, seed) -> last(text).startsWith(judge.label + ": ")
                            && last(text).contains(judge.value(seed))
                            && !last(text).endsWith(judge.value(seed)),
                    judge);
        }
    }

    @Test
    void aContradictionHasTwoDifferentVerdictLines() {
        for (Judge judge : Judge.values()) {
            assertAlways(
                    JudgeSlip.CONTRADICTION,
                    (text, seed) -> {
                        List<String> lines = text.lines()
                                .filter(line -> line.startsWith(judge.label + ": "))
                                .distinct()
                                .toList();
                        return lines.size() == 2
                                && judge.line(judge.value(seed)).matcher(text).find();
                    },
                    judge);
        }
    }

    @Test
    void aValueOutOfRangeIsNoneThatExists() {
        assertAlways(JudgeSlip.OUT_OF_RANGE, (text, seed) -> !inRange(value(text)), Judge.SCORE);
        assertAlways(
                JudgeSlip.OUT_OF_RANGE,
                (text, seed) -> !List.of("True", "False").contains(value(text)),
                Judge.TRUTH);
        assertAlways(
                JudgeSlip.OUT_OF_RANGE,
                (text, seed) -> !List.of("low", "medium", "high").contains(value(text)),
                Judge.LEVEL);
    }

    private static boolean inRange(String value) {
        double number = Double.parseDouble(value);
        return number >= 0 && number <= 1;
    }

    @Test
    void anotherScaleNamesIt() {
        assertAlways(JudgeSlip.OTHER_SCALE, (text, seed) -> value(text).matches(".+/100?|.+ out of 5\\."));
        assertThat(outcomes(JudgeSlip.OTHER_SCALE, Judge.SCORE)).contains("9.4/10", "94/100", "4.7 out of 5.");
        assertThat(outcomes(JudgeSlip.OTHER_SCALE, Judge.TRUTH)).contains("10.0/10", "0/100");
        assertThat(outcomes(JudgeSlip.OTHER_SCALE, Judge.LEVEL)).contains("50/100", "5.0 out of 5.");
    }

    private static List<String> outcomes(JudgeSlip slip, Judge judge) {
        List<String> values = new ArrayList<>();
        for (int seed = 0; seed < MANY; seed++) {
            values.add(value(spoilt(slip, judge, seed)));
        }
        return values;
    }

    @Test
    void proseHasNoVerdictLine() {
        for (Judge judge : Judge.values()) {
            assertAlways(
                    JudgeSlip.PROSE,
                    (text, seed) -> !text.contains(judge.label + ":") && text.startsWith("Every step was checked."),
                    judge);
        }
        assertAlways(JudgeSlip.PROSE, (text, seed) -> text.contains(Judge.SCORE.value(seed)), Judge.SCORE);
        assertAlways(
                JudgeSlip.PROSE,
                (text, seed) -> text.contains("appears to be correct")
                        == Judge.TRUTH.value(seed).equals("True"),
                Judge.TRUTH);
    }

    @Test
    void theTemplateIsEchoedInBothForms() {
        assertThat(outcomes(JudgeSlip.TEMPLATE_ECHO, Judge.SCORE)).containsOnly("{score}", "a number from 0 to 1");
        assertThat(outcomes(JudgeSlip.TEMPLATE_ECHO, Judge.TRUTH)).containsOnly("{answer}", "True or False");
        assertThat(outcomes(JudgeSlip.TEMPLATE_ECHO, Judge.LEVEL)).containsOnly("{difficulty}", "low, medium or high");
    }

    @Test
    void thinkingIsLeftInWithAnotherVerdictInIt() {
        for (Judge judge : Judge.values()) {
            assertAlways(
                    JudgeSlip.THINKING_CLOSED,
                    (text, seed) -> text.endsWith("</think>\n\n" + judge.says(seed))
                            && text.substring(0, text.indexOf("</think>")).contains(judge.label + ": "),
                    judge);
            assertAlways(
                    JudgeSlip.THINKING_UNCLOSED,
                    (text, seed) -> text.startsWith("<think>\n")
                            && !text.contains("</think>")
                            && text.contains(judge.label + ": "),
                    judge);
        }
        assertThat(spoiltMany(JudgeSlip.THINKING_CLOSED))
                .anyMatch(text -> text.startsWith("<think>"))
                .anyMatch(text -> !text.contains("<think>"));
    }

    private static List<String> spoiltMany(JudgeSlip slip) {
        List<String> texts = new ArrayList<>();
        for (int seed = 0; seed < MANY; seed++) {
            texts.add(spoilt(slip, Judge.SCORE, seed));
        }
        return texts;
    }

    @Test
    void jsonHoldsTheVerdictAndIsCutOrBrokenByLatexIfAskedFor() {
        assertAlways(JudgeSlip.JSON, (text, seed) -> isJson(unfenced(text)));
        assertAlways(JudgeSlip.CUT_JSON, (text, seed) -> text.startsWith("{") && !isJson(text));
        assertAlways(JudgeSlip.BROKEN_LATEX_JSON, (text, seed) -> text.contains("\\frac{"));
        List<String> broken = spoiltMany(JudgeSlip.BROKEN_LATEX_JSON);
        assertThat(broken).anyMatch(text -> !isJson(text)).anyMatch(JudgeSlipTests::isJson);
        assertThat(broken.stream().filter(JudgeSlipTests::isJson))
                .allMatch(text -> json(text).path("steps").asText().contains("\frac{3}{4} \times 8"));
        assertThat(json(unfenced(spoilt(JudgeSlip.JSON, Judge.SCORE, 0)))
                        .path("evaluation_score")
                        .asDouble())
                .isEqualTo(0.94);
    }

    private static String unfenced(String text) {
        return text.replace("```json\n", "").replace("\n```", "");
    }

    @Test
    void aWhiteSpaceLoopOutlastsTheBudget() {
        assertAlways(
                JudgeSlip.WHITESPACE_LOOP,
                (text, seed) -> text.strip().equals("Every step was checked.") && text.length() > 4 * 256);
    }

    @Test
    void theWrongLanguageIsChineseWithAFullWidthColon() {
        assertAlways(JudgeSlip.WRONG_LANGUAGE, (text, seed) -> text.contains("：") && !text.contains(": "));
        assertThat(spoiltMany(JudgeSlip.WRONG_LANGUAGE))
                .anyMatch(text -> text.endsWith("Evaluation Score：0.94"))
                .anyMatch(text -> text.endsWith("评估分数：0.94"));
        assertAlways(
                JudgeSlip.WRONG_LANGUAGE,
                (text, seed) -> text.endsWith(Judge.TRUTH.value(seed).equals("True") ? "正确" : "错误")
                        || text.endsWith(Judge.TRUTH.value(seed)),
                Judge.TRUTH);
    }

    @Test
    void aRefusalSaysNothingOfTheMatterAndAnEmptyAnswerNothingAtAll() {
        assertAlways(JudgeSlip.REFUSAL, (text, seed) -> Pattern.compile("sorry|not able|cannot")
                .matcher(text)
                .find());
        assertAlways(JudgeSlip.EMPTY, (text, seed) -> text.isEmpty());
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static String value(String text) {
        String line = last(text);
        return line.substring(line.indexOf(": ") + 2);
    }

    private static boolean isJson(String text) {
        try {
            return new ObjectMapper().readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
