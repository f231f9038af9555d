package dev.grip.pipeline;

import dev.grip.judging.Judgement;
import dev.grip.judging.ProblemJudging;
import dev.grip.judging.SolutionJudging;
import dev.grip.llm.prompts.Origin;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.Solution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An outcome as the parameters of {@code pipeline/finish-slice}: properties of the nodes to be. */
final class OutcomeRow {

    private OutcomeRow() {}

    static Map<String, Object> of(Outcome outcome, String run) {
        Map<String, Object> row = new HashMap<>();
        row.put("combination", outcome.combination().key());
        row.put("problem", problem(outcome, run));
        row.put("problemVotes", votes(problemVotes(outcome.problemVotes()), run));
        Solution solution = outcome.solution();
        row.put("solutions", solution == null ? List.of() : List.of(solution(outcome, solution, run)));
        row.put("solutionVotes", votes(solutionVotes(outcome.solutionVotes()), run));
        return row;
    }

    private static Map<String, Object> problem(Outcome outcome, String run) {
        Problem problem = outcome.problem();
        Map<String, Object> node = node(problem.key(), problem.origin(), run);
        node.put("text", problem.text());
        node.put("trouble", problem.trouble());
        node.put("sample", outcome.combination().sample());
        node.put("verdict", outcome.problemVerdict().word());
        node.put(
                "difficulty",
                outcome.rater() == null ? null : outcome.difficulty().word());
        node.put("rater", outcome.rater());
        ProblemJudging.Result votes = outcome.problemVotes();
        node.put(
                "score",
                votes == null || votes.score().isEmpty() ? null : votes.score().getAsDouble());
        return node;
    }

    private static Map<String, Object> solution(Outcome outcome, Solution solution, String run) {
        Map<String, Object> node = node(solution.key(), solution.origin(), run);
        node.put("text", solution.text());
        node.put("answer", solution.answer());
        node.put("trouble", solution.trouble());
        node.put("verdict", outcome.solutionVerdict().word());
        return node;
    }

    private static List<Map<String, Object>> votes(List<Judgement> votes, String run) {
        return votes.stream().map(vote -> vote(vote, run)).toList();
    }

    private static Map<String, Object> vote(Judgement vote, String run) {
        Map<String, Object> node = node(vote.key(), vote.origin(), run);
        node.put("weight", vote.weight());
        node.put("score", vote.score());
        node.put("approved", vote.approved());
        node.put("explanation", vote.explanation());
        node.put("parsedBy", vote.parsedBy());
        node.put("parserVersion", vote.parserVersion());
        return node;
    }

    private static Map<String, Object> node(String key, Origin origin, String run) {
        Map<String, Object> node = new HashMap<>(origin.properties());
        node.put("key", key);
        node.put("run", run);
        return node;
    }

    private static List<Judgement> problemVotes(ProblemJudging.@Nullable Result result) {
        return result == null ? List.of() : result.votes();
    }

    private static List<Judgement> solutionVotes(SolutionJudging.@Nullable Result result) {
        return result == null ? List.of() : result.votes();
    }
}
