package dev.grip.rehearsal.content;

import static dev.grip.rehearsal.structured.JsonOf.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.structured.NumberedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped prompts, answered in the form that is asked for. */
class SpeakerTests {

    private static final int MANY = 300;
    private static final List<String> POINTS = List.of("Calculating percentages", "Calculating total cost");
    private static final Personality ERRING = new Personality(0.01, 0.05, 0.3, 0.2);

    private final Brain brain = Brain.of(Prompts.userTemplates(), Map.of());
    private final BrainAtWork writer = BrainAtWork.flawless();

    @Test
    void aScoreJudgeGivesItsScoreInEveryForm() {
        for (int seed = 0; seed < MANY; seed++) {
            String question = judgeProblem(seed);
            String free = ask(question, "", seed);
            double score = Double.parseDouble(free.substring(free.lastIndexOf(' ') + 1));

            assertThat(json(ask(question, schema("{\"type\": \"number\", \"minimum\": 0, \"maximum\": 1}"), seed))
                            .asDouble())
                    .isEqualTo(score);
            assertThat(ask(question, outputs("\"regex\": \"[01]\\\\.\\\\d\\\\d\""), seed))
                    .isEqualTo(free.substring(free.lastIndexOf(' ') + 1));
            assertThat(ask(question, outputs("\"regex\": \"Evaluation Score: (0\\\\.\\\\d+|1\\\\.0+)\""), seed))
                    .isEqualTo(free.substring(free.lastIndexOf('\n') + 1));
            assertThat(json(ask(question, ", \"response_format\": {\"type\": \"json_object\"}", seed))
                            .path("evaluation_score")
                            .asDouble())
                    .isEqualTo(score);
        }
    }

    @Test
    void aTrueFalseJudgeGivesItsVerdictInEveryForm() {
        for (int seed = 0; seed < MANY; seed++) {
            String question = judgeSolution(seed);
            String free = ask(question, "", seed);
            String verdict = free.substring(free.lastIndexOf(' ') + 1);

            assertThat(ask(question, outputs("\"choice\": [\"True\", \"False\"]"), seed))
                    .isEqualTo(verdict);
            assertThat(ask(question, outputs("\"choice\": [\"no\", \"yes\"]"), seed))
                    .isEqualTo(verdict.equals("True") ? "yes" : "no");
            assertThat(ask(question, outputs("\"regex\": \"Answer: (True|False)\""), seed))
                    .isEqualTo("Answer: " + verdict);
            JsonNode object = json(ask(
                    question,
                    schema("{\"type\": \"object\", \"properties\": {\"reason\": {\"type\": \"string\"},"
                            + " \"verdict\": {\"type\": \"boolean\"}}, \"required\": [\"reason\", \"verdict\"],"
                            + " \"additionalProperties\": false}"),
                    seed));
            assertThat(object.path("verdict").asBoolean()).isEqualTo(verdict.equals("True"));
            assertThat(object.path("reason").asText()).isEqualTo(free.substring(0, free.lastIndexOf('\n')));
        }
    }

    @Test
    void aRaterGivesItsLevelInEveryForm() {
        for (int seed = 0; seed < MANY; seed++) {
            String question = Prompts.render("judging/rate-difficulty", Map.of("problem", problem(seed)));
            String free = ask(question, "", seed);
            String level = free.substring(free.lastIndexOf(' ') + 1);

            assertThat(ask(question, outputs("\"choice\": [\"high\", \"low\", \"medium\"]"), seed))
                    .isEqualTo(level);
            assertThat(json(ask(question, schema("{\"enum\": [\"low\", \"medium\", \"high\"]}"), seed))
                            .asText())
                    .isEqualTo(level);
        }
    }

    @Test
    void aReAskGetsTheVerdictOfTheQuestionItRepeats() {
        for (int seed = 0; seed < MANY; seed++) {
            for (String question : List.of(judgeProblem(seed), judgeSolution(seed))) {
                String free = ask(question, "", seed);
                String verdict = free.substring(free.lastIndexOf(' ') + 1);
                String form = verdict.contains(".")
                        ? outputs("\"regex\": \"[01]\\\\.\\\\d\\\\d\"")
                        : outputs("\"choice\": [\"True\", \"False\"]");
                List<String> turns = List.of(question, "I forgot what I wanted to say.", "Only the verdict, please.");

                assertThat(speak(ERRING, turns, form, seed).content()).isEqualTo(verdict);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(JudgeSlip.class)
    void verdictsOnTheShippedPromptsSlipAndProblemsAndSolutionsDoNot(JudgeSlip slip) {
        Personality slipping = ERRING.withFaults(AnswerFaults.slipping(JudgeSlips.NONE.with(slip, 1)));
        String rate = Prompts.render("judging/rate-difficulty", Map.of("problem", problem(1)));
        String solve = Prompts.render("synthesis/solve-problem", Map.of("problem", problem(1)));
        String write = Prompts.render("synthesis/write-problem", Map.of("knowledge_points", "1. Addition"));

        for (String question : List.of(judgeProblem(1), judgeSolution(1), rate)) {
            assertThat(speak(slipping, List.of(question), "", 1).content()).isNotEqualTo(ask(question, "", 1));
        }
        for (String question : List.of(solve, write)) {
            assertThat(speak(slipping, List.of(question), "", 1).content()).isEqualTo(ask(question, "", 1));
        }
    }

    @Test
    void anUnknownQuestionGetsOneOfTheChoices() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(ask("Say something.", outputs("\"choice\": [\"zxqvy\", \"blorf\"]"), seed))
                    .isIn("zxqvy", "blorf");
            assertThat(ask("Say something.", outputs("\"choice\": [\"zxqvy\"]"), seed))
                    .isEqualTo("zxqvy");
        }
    }

    @Test
    void atTemperatureZeroTheSeedHasNoEffect() {
        String question = judgeProblem(1);

        assertThat(ask(question, ", \"temperature\": 0.0", 5)).isEqualTo(ask(question, ", \"temperature\": 0", 6));
        List<String> warm = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            warm.add(ask(question, ", \"temperature\": 0.7", seed));
        }
        assertThat(warm.stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void aServerThatIgnoresConstraintsAnswersFreely() {
        String question = judgeProblem(3);
        Utterance said = speak(
                ERRING.withFaults(AnswerFaults.ignoringConstraints()),
                List.of(question),
                outputs("\"choice\": [\"zxqvy\"]"),
                3);

        assertThat(said.content()).isEqualTo(ask(question, "", 3));
    }

    @Test
    void constrainedJsonEndsInWhiteSpaceAsOftenAsThePersonalitySays() {
        Personality looping = ERRING.withFaults(AnswerFaults.loopingOnWhitespace(0.25));
        int loops = 0;
        for (int seed = 0; seed < MANY; seed++) {
            String content = speak(looping, List.of("Hello " + seed), schema("{\"type\": \"object\"}"), seed)
                    .content();
            if (content.stripTrailing().equals("{")) {
                loops++;
                assertThat(content.length()).isGreaterThan(4 * 1024);
            }
            assertThat(speak(looping, List.of("Hello"), outputs("\"choice\": [\"a\"]"), seed)
                            .content())
                    .isEqualTo("a");
        }
        assertThat((double) loops / MANY).isBetween(0.15, 0.35);
    }

    @Test
    void aModelThinksInTheFieldOrInTags() {
        String question = judgeSolution(4);
        String plain = ask(question, "", 4);
        Personality field = ERRING.withThinking(new Thinking(Thinking.Place.FIELD, 200));
        Personality tags = ERRING.withThinking(new Thinking(Thinking.Place.TAGS, 200));
        String choice = outputs("\"choice\": [\"True\", \"False\"]");
        String off = ", \"chat_template_kwargs\": {\"enable_thinking\": false}";

        Utterance inField = speak(field, List.of(question), "", 4);
        assertThat(inField.content()).isEqualTo(plain);
        assertThat(inField.reasoning()).hasSizeBetween(300, 1600).doesNotContain("<think>");
        assertThat(speak(field, List.of(question), choice, 4).reasoning()).isNotNull();
        assertThat(speak(field, List.of(question), off, 4)).isEqualTo(new Utterance(null, plain));

        Utterance inTags = speak(tags, List.of(question), "", 4);
        assertThat(inTags.reasoning()).isNull();
        assertThat(inTags.content()).startsWith("<think>\n").endsWith("</think>\n\n" + plain);
        assertThat(speak(tags, List.of(question), choice, 4).content()).isIn("True", "False");
        assertThat(speak(tags, List.of(question), off, 4).content()).isEqualTo(plain);
    }

    @Test
    void thinkingLengthsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Thinking(Thinking.Place.FIELD, -1)).hasMessageContaining("-1");
    }

    private String problem(int seed) {
        return writer.write(seed, POINTS.toArray(String[]::new));
    }

    private String judgeProblem(int seed) {
        return Prompts.render(
                "judging/judge-problem",
                Map.of("knowledge_points", NumberedList.write(POINTS), "problem", problem(seed)));
    }

    private String judgeSolution(int seed) {
        String problem = problem(seed);
        return Prompts.render(
                "judging/judge-solution", Map.of("problem", problem, "solution", writer.solve(seed, problem)));
    }

    private String ask(String question, String more, int seed) {
        return speak(ERRING, List.of(question), more, seed).content();
    }

    private Utterance speak(Personality personality, List<String> texts, String more, int seed) {
        ObjectNode request = (ObjectNode) json("{\"seed\": " + seed + more + "}");
        List<Conversation.Turn> turns = new ArrayList<>();
        for (String text : texts) {
            turns.add(new Conversation.Turn(turns.size() % 2 == 0 ? "user" : "assistant", text));
        }
        return new Speaker(brain).speak(new Conversation("judge", turns, personality, Manner.of(request)));
    }

    private static String schema(String schema) {
        return outputs("\"json\": " + schema);
    }

    private static String outputs(String constraint) {
        return ", \"structured_outputs\": {" + constraint + "}";
    }
}
