package dev.grip.judging;

import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import dev.grip.synthesis.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every judge says whether a solution is right; one false is a veto, and all must say true (GRIP section 3.4). */
public final class SolutionJudging {

    static final VerdictReader<Boolean> APPROVAL = VerdictReader.trueFalse("Answer");

    private static final String PROMPT = "judging/judge-solution";

    private final List<Question<Boolean>> judges;

    public SolutionJudging(List<ChatModel> judges, PromptLibrary prompts) {
        var prompt = prompts.require(PROMPT, Set.of("problem", "solution"));
        this.judges = judges.stream()
                .map(judge -> new Question<>(new PromptedModel(judge, prompt), APPROVAL))
                .toList();
    }

    /** The votes and what follows from them. */
    public record Result(Verdict verdict, List<Judgement> votes) {}

    /** What the prompt is filled with for a problem and a solution of these texts. */
    public static Map<String, String> inputs(String problem, String solution) {
        return Map.of("problem", problem, "solution", solution);
    }

    /** Judges with the votes that are there and new ones; see {@link Votes}. */
    public Result judge(Solution solution, String problem, Votes given) {
        Map<String, String> inputs = inputs(problem, solution.text());
        List<Judgement> votes = new ArrayList<>();
        for (Question<Boolean> judge : judges) {
            double weight = judge.served().weight();
            Judgement vote = given.vote(
                    Judgement.key(solution.key(), judge.origin()),
                    () -> Judgement.vote(
                            solution.key(), weight, judge.ask(inputs).requireLasting()));
            votes.add(vote.weighing(weight));
        }
        return decide(votes);
    }

    static Result decide(List<Judgement> votes) {
        if (votes.stream().anyMatch(vote -> Boolean.FALSE.equals(vote.approved()))) {
            return new Result(Verdict.REJECTED, votes);
        }
        boolean unanimous = !votes.isEmpty() && votes.stream().allMatch(vote -> Boolean.TRUE.equals(vote.approved()));
        return new Result(unanimous ? Verdict.PASSED : Verdict.UNDECIDED, votes);
    }
}
