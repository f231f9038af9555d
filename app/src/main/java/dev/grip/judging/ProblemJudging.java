package dev.grip.judging;

import dev.grip.combinations.Combination;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.ProblemWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Several judges score a problem in [0, 1]; their weighted mean must reach a threshold (GRIP section 3.3: 0.85). */
public final class ProblemJudging {

    static final VerdictReader<Double> SCORE = VerdictReader.share("Evaluation Score");

    private static final String PROMPT = "judging/judge-problem";

    private final List<Question<Double>> judges;
    private final double threshold;

    public ProblemJudging(List<ChatModel> judges, PromptLibrary prompts, double threshold) {
        var prompt = prompts.require(PROMPT, Set.of("knowledge_points", "problem"));
        this.judges = judges.stream()
                .map(judge -> new Question<>(new PromptedModel(judge, prompt), SCORE))
                .toList();
        this.threshold = threshold;
    }

    /** The votes, their weighted mean (empty when undecided) and what follows from it. */
    public record Result(Verdict verdict, OptionalDouble score, List<Judgement> votes) {}

    /** What the prompt is filled with for a problem of this text, made from knowledge points of these names. */
    public static Map<String, String> inputs(List<String> names, String problem) {
        return Map.of("knowledge_points", ProblemWriter.numbered(names), "problem", problem);
    }

    /** Judges with the votes that are there and new ones; see {@link Votes}. */
    public Result judge(Problem problem, String text, Combination combination, Votes given) {
        Map<String, String> inputs = inputs(combination.names(), text);
        List<Judgement> votes = new ArrayList<>();
        for (Question<Double> judge : judges) {
            double weight = judge.served().weight();
            Judgement vote = given.vote(
                    Judgement.key(problem.key(), judge.origin()),
                    () -> Judgement.score(
                            problem.key(), weight, judge.ask(inputs).requireLasting()));
            votes.add(vote.weighing(weight));
        }
        return decide(votes, threshold);
    }

    /** The weighted mean over the votes that could be read; undecided when these carry less than half of all weight. */
    static Result decide(List<Judgement> votes, double threshold) {
        double all = 0;
        double read = 0;
        double sum = 0;
        for (Judgement vote : votes) {
            all += vote.weight();
            Double score = vote.score();
            if (score != null) {
                read += vote.weight();
                sum += vote.weight() * score;
            }
        }
        if (exact(read * 2) < exact(all) || read == 0) {
            return new Result(Verdict.UNDECIDED, OptionalDouble.empty(), votes);
        }
        double mean = exact(sum / read);
        return new Result(mean >= threshold ? Verdict.PASSED : Verdict.REJECTED, OptionalDouble.of(mean), votes);
    }

    /** Without the last digits, in which a mean of exactly the threshold may fall below it. */
    private static double exact(double value) {
        return Math.round(value * 1e9) / 1e9;
    }
}
