package dev.grip.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.grip.combinations.Combination;
import dev.grip.llm.Answer;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.Sampling;
import dev.grip.llm.Usage;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.verdicts.Question.Asked;
import dev.grip.synthesis.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemJudgingTests {

    private static final Origin ORIGIN = new Origin("m", "p", 1, "h", new Sampling(0, 1, 8), 0, false, null);
    private static final Combination COMBINATION =
            new Combination("c1", "ONE_HOP", 1, 1, List.of("a", "b"), List.of("Addition", "Area of a rectangle"), 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    1:0.9 1:0.9 1:0.9           | passed    | 0.9
                    1:0.85 1:0.85 1:0.85        | passed    | 0.85
                    0.1:0.85 0.2:0.85 0.7:0.85  | passed    | 0.85
                    1:0.8 1:0.9                 | passed    | 0.85
                    1:0.95 1:0.9 1:0.7          | passed    | 0.85
                    0.2:1 0.3:0.95 0.5:0.73     | passed    | 0.85
                    1:0.85 1:0.85 1:0.8499      | rejected  | 0.849966667
                    3:1 1:0                     | rejected  | 0.75
                    9:1 1:0                     | passed    | 0.9
                    1:0 1:0 1:0                 | rejected  | 0
                    1:0.9 1:? 1:0.9             | passed    | 0.9
                    1:0.9 1:?                   | passed    | 0.9
                    0.1:? 0.2:? 0.3:0.9         | passed    | 0.9
                    1:0.9 1:? 1:?               | undecided | none
                    1:? 1:? 1:?                 | undecided | none
                    """)
    void theWeightedMeanOfReadableVotesDecides(String votes, String verdict, Double score) {
        ProblemJudging.Result result = ProblemJudging.decide(votes(votes), 0.85);
        assertThat(result.verdict().word()).isEqualTo(verdict);
        if (score == null) {
            assertThat(result.score()).isEmpty();
        } else {
            assertThat(result.score().getAsDouble()).isCloseTo(score, within(1e-9));
        }
    }

    @Test
    void noVotesDecideNothing() {
        assertThat(ProblemJudging.decide(List.of(), 0.85).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void everyJudgeIsAskedAndItsVoteKeptAsItCame() {
        try (ScriptedModel first = judge("first", 2, "Clear.\nEvaluation Score: 0.9");
                ScriptedModel second = judge("second", 1, "Evaluation Score: 8/10");
                ScriptedModel third = new ScriptedModel("third", 1, true, q -> Said.cut("Well, the"))) {
            ProblemJudging.Result result =
                    judging(first, second, third).judge(problem(), "What is $2+3$?", COMBINATION, Votes.NEW);

            assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(result.votes())
                    .extracting(Judgement::parsedBy)
                    .containsExactly("line", "scale_mismatch", "truncated");
            assertThat(result.votes()).extracting(Judgement::score).containsExactly(0.9, null, null);
            assertThat(result.votes()).extracting(Judgement::weight).containsExactly(2.0, 1.0, 1.0);
            assertThat(result.votes()).extracting(Judgement::subject).containsOnly("problem-key");
            assertThat(result.votes()).extracting(Judgement::key).doesNotHaveDuplicates();
            assertThat(result.votes().get(0).explanation()).isEqualTo("Clear.\nEvaluation Score: 0.9");
            assertThat(result.votes())
                    .extracting(vote -> vote.origin().rehearsal())
                    .containsExactly(false, false, true);
            assertThat(first.asked())
                    .singleElement()
                    .asString()
                    .contains("1. Addition\n2. Area of a rectangle")
                    .endsWith("What is $2+3$?");
        }
    }

    @Test
    void aServerThatIsAwayEndsTheWorkInsteadOfCountingAsAVote() {
        ScriptedModel away = judge("away", 1, "");
        var chat = away.chat();
        away.close();
        ProblemJudging judging = new ProblemJudging(List.of(chat), PromptLibrary.load(), 0.85);
        assertThatThrownBy(() -> judging.judge(problem(), "text", COMBINATION, Votes.NEW))
                .isInstanceOf(ModelServerException.class)
                .hasMessageContaining("away");
    }

    @Test
    void aQuestionThatOneJudgeRefusesIsAVoteThatCouldNotBeRead() {
        try (ScriptedModel refusing = new ScriptedModel("r", 1, false, q -> Said.refused());
                ScriptedModel good = judge("g", 1, "Evaluation Score: 1")) {
            ProblemJudging.Result result = judging(refusing, good).judge(problem(), "text", COMBINATION, Votes.NEW);
            assertThat(result.votes().get(0).parsedBy())
                    .isEqualTo(FailureCategory.BAD_REQUEST.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        }
    }

    private static ProblemJudging judging(ScriptedModel... judges) {
        return new ProblemJudging(
                List.of(judges).stream().map(ScriptedModel::chat).toList(), PromptLibrary.load(), 0.85);
    }

    private static ScriptedModel judge(String name, double weight, String answer) {
        return new ScriptedModel(name, weight, false, question -> Said.whole(answer));
    }

    private static Problem problem() {
        return new Problem("problem-key", "c1", "text", null, ORIGIN);
    }

    private static List<Judgement> votes(String table) {
        List<Judgement> votes = new ArrayList<>();
        for (String vote : table.split(" ", -1)) {
            String[] parts = vote.split(":", -1);
            Double score = parts[1].equals("?") ? null : Double.valueOf(parts[1]);
            votes.add(Judgement.score("p", Double.parseDouble(parts[0]), asked(score)));
        }
        return votes;
    }

    private static Asked<Double> asked(@Nullable Double score) {
        Answer answer = new Answer.Complete(score == null ? "" : "Evaluation Score: " + score, Usage.NONE);
        return new Asked<>(ProblemJudging.SCORE.read(answer), "", ORIGIN, answer);
    }
}
