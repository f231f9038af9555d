package dev.grip.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.Sampling;
import dev.grip.llm.Usage;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.verdicts.Question.Asked;
import dev.grip.synthesis.Solution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolutionJudgingTests {

    private static final Origin ORIGIN = new Origin("m", "p", 1, "h", new Sampling(0, 1, 8), 0, false, null);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    true true true,    passed
                    true true false,   rejected
                    false false false, rejected
                    false ? ?,         rejected
                    true true ?,       undecided
                    ? ? ?,             undecided
                    true,              passed
                    """)
    void oneFalseIsAVetoAndAllMustSayTrue(String votes, String verdict) {
        List<Judgement> given = Arrays.stream(votes.split(" ", -1))
                .map(vote -> Judgement.vote(
                        "s", 1, new Asked<>(SolutionJudging.APPROVAL.read(said(vote)), "", ORIGIN, said(vote))))
                .toList();
        assertThat(SolutionJudging.decide(given).verdict().word()).isEqualTo(verdict);
    }

    private static Answer said(String vote) {
        return new Answer.Complete("Answer: " + vote, Usage.NONE);
    }

    @Test
    void noJudgesApproveNothing() {
        assertThat(SolutionJudging.decide(List.of()).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void everyJudgeSeesProblemAndSolutionAndItsVoteIsKept() {
        try (ScriptedModel first = ScriptedModel.saying("first", q -> "Right.\nAnswer: True");
                ScriptedModel second = ScriptedModel.saying("second", q -> "**Answer:** False");
                ScriptedModel third = new ScriptedModel("third", 1, false, q -> Said.whole("I think so"))) {
            SolutionJudging judging =
                    new SolutionJudging(List.of(first.chat(), second.chat(), third.chat()), PromptLibrary.load());
            Solution solution = new Solution("s1", "p1", "It is \\boxed{5}.", "5", null, ORIGIN);

            SolutionJudging.Result result = judging.judge(solution, "What is $2+3$?", Votes.NEW);

            assertThat(result.verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(result.votes()).extracting(Judgement::approved).containsExactly(true, false, null);
            assertThat(result.votes()).extracting(Judgement::parsedBy).containsExactly("line", "line", "unparsed");
            assertThat(result.votes()).extracting(Judgement::subject).containsOnly("s1");
            assertThat(result.votes())
                    .extracting(vote -> vote.origin().model())
                    .containsExactly("first", "second", "third");
            assertThat(first.asked()).singleElement().asString().contains("What is $2+3$?", "It is \\boxed{5}.");
        }
    }
}
