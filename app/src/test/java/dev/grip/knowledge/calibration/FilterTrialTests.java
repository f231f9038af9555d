package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.knowledge.quality.QualityFilter;
import dev.grip.llm.Calls;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.prompts.PromptLibrary;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FilterTrialTests {

    private static final Map<String, String> RIGHT =
            Labels.mentions().stream().collect(Collectors.toMap(LabelledMention::text, LabelledMention::verdict));

    @Test
    void aModelThatIsAlwaysRightHasOnlyADiagonal() {
        FilterTrial trial = run(name -> RIGHT.get(name));

        assertThat(trial.right()).isEqualTo(trial.names()).isEqualTo(180);
        assertThat(trial.mistakes()).isEmpty();
        assertThat(trial.confusion().keySet()).containsExactlyElementsOf(QualityFilter.VERDICTS);
        trial.confusion().forEach((expected, answers) -> assertThat(
                        answers.values().stream().mapToInt(count -> count).sum())
                .isEqualTo(answers.get(expected)));
    }

    @Test
    void aModelThatKeepsAllIsRightAboutTheGoodNamesOnly() {
        FilterTrial trial = run(name -> "keep");

        assertThat(trial.right()).isEqualTo(trial.rightFate()).isEqualTo(60);
        assertThat(trial.mistakes())
                .hasSize(120)
                .contains(new FilterTrial.Mistake(
                        "Problem-solving strategies", "vague", "keep", "the published example"));
    }

    @Test
    void anotherDefectThanAPersonsIsAWrongVerdictButTheRightFate() {
        FilterTrial trial = run(name -> RIGHT.get(name).equals("wrong") ? "vague" : RIGHT.get(name));

        assertThat(trial.right()).isEqualTo(140);
        assertThat(trial.rightFate()).isEqualTo(180);
        assertThat(trial.confusion().get("wrong")).containsEntry("vague", 40).containsEntry("wrong", 0);
    }

    @Test
    void anAnswerThatCannotBeReadIsUndecided() {
        FilterTrial trial = run(name -> name.equals("Order of operations") ? "perhaps" : RIGHT.get(name));

        assertThat(trial.confusion().get("keep")).containsEntry("undecided", 1);
        assertThat(trial.mistakes()).extracting(FilterTrial.Mistake::answered).containsExactly("undecided");
    }

    private static FilterTrial run(UnaryOperator<String> verdict) {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicLong asked = new AtomicLong();
        try (ScriptedModel model =
                ScriptedModel.saying("filter", question -> "Reason: r.\nVerdict: " + verdict.apply(name(question)))) {
            FilterTrial trial =
                    FilterTrial.run(model.chat(), PromptLibrary.load(), new Calls(threads, 8), asked::addAndGet);
            assertThat(asked).hasValue(FilterTrial.questions());
            assertThat(trial.model()).isEqualTo("filter");
            assertThat(trial.rehearsal()).isFalse();
            return trial;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String name(String question) {
        String mark = "Candidate name: ";
        return question.substring(question.lastIndexOf(mark) + mark.length());
    }
}
