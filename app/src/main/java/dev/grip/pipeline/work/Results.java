package dev.grip.pipeline.work;

import dev.grip.judging.DifficultyRating.Rating;
import dev.grip.judging.Judgement;
import dev.grip.judging.Verdict;
import dev.grip.llm.Charge;
import dev.grip.llm.prompts.Origin;
import dev.grip.pipeline.spending.Ledger;
import dev.grip.pipeline.storage.ResultWriter;
import dev.grip.pipeline.storage.Row;
import dev.grip.pipeline.storage.RowType;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.Solution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Has a run's results stored, each as soon as it is there, as properties of the nodes to be. Thread-safe. */
final class Results {

    private final ResultWriter writer;
    private final RunControl control;
    private final Ledger spend;

    /** {@code spend} counts what the slice used. */
    Results(ResultWriter writer, RunControl control, Ledger spend) {
        this.writer = writer;
        this.control = control;
        this.spend = spend;
    }

    void problem(Making making, Problem problem) {
        Map<String, @Nullable Object> node = node(problem.key(), problem.origin());
        node.put("text", problem.text());
        node.put("trouble", problem.trouble());
        node.put("sample", making.combination().sample());
        put(making, RowType.PROBLEM, problem.key(), row(problem.key(), "combination", problem.combination(), node));
    }

    Judgement vote(Making making, Problem on, Judgement vote) {
        return vote(making, RowType.PROBLEM_VOTE, on.key(), vote);
    }

    Judgement vote(Making making, Solution on, Judgement vote) {
        return vote(making, RowType.SOLUTION_VOTE, on.key(), vote);
    }

    private Judgement vote(Making making, RowType type, String subject, Judgement vote) {
        Map<String, @Nullable Object> node = node(vote.key(), vote.origin());
        node.put("weight", vote.weight());
        node.put("score", vote.score());
        node.put("approved", vote.approved());
        node.put("explanation", vote.explanation());
        node.put("parsedBy", vote.parsedBy());
        node.put("parserVersion", vote.parserVersion());
        put(making, type, vote.key(), row(vote.key(), "subject", subject, node));
        return vote;
    }

    Rating rating(Making making, Rating rating) {
        Map<String, @Nullable Object> node = node(rating.key(), rating.origin());
        node.put("difficulty", rating.difficulty().word());
        node.put("explanation", rating.explanation());
        node.put("parsedBy", rating.parsedBy());
        Map<String, @Nullable Object> row = row(rating.key(), "subject", rating.problem(), node);
        row.put("difficulty", rating.difficulty().word());
        row.put("rater", rating.origin().model());
        put(making, RowType.RATING, rating.key(), row);
        return rating;
    }

    Solution solution(Making making, Solution solution) {
        Map<String, @Nullable Object> node = node(solution.key(), solution.origin());
        node.put("text", solution.text());
        node.put("answer", solution.answer());
        node.put("trouble", solution.trouble());
        put(making, RowType.SOLUTION, solution.key(), row(solution.key(), "subject", solution.problem(), node));
        return solution;
    }

    void decided(Making making, Problem problem, Verdict verdict, OptionalDouble score) {
        if (making.decides(problem.key(), verdict, score)) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("key", problem.key());
            row.put("verdict", verdict.word());
            row.put("score", score.isPresent() ? score.getAsDouble() : null);
            put(making, RowType.PROBLEM_VERDICT, problem.key(), row);
        }
    }

    void decided(Making making, Solution solution, Verdict verdict) {
        if (making.decides(solution.key(), verdict, OptionalDouble.empty())) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("key", solution.key());
            row.put("verdict", verdict.word());
            put(making, RowType.SOLUTION_VERDICT, solution.key(), row);
        }
    }

    /** Waits until an answer is stored, so that a combination never has more than one answer to lose; verdicts cost nothing. */
    private void put(Making making, RowType type, String key, Map<String, @Nullable Object> content) {
        Row row = new Row(
                type,
                key,
                () -> content,
                refusal -> making.outcome(
                        new Outcome.Impossible("Neo4j does not take a result: " + refusal.getMessage())));
        if (type == RowType.PROBLEM_VERDICT || type == RowType.SOLUTION_VERDICT) {
            writer.put(row);
            return;
        }
        List<Charge> charges = making.takeCharges();
        charge(charges);
        long began = System.nanoTime();
        writer.commit(row).join();
        long waited = System.nanoTime() - began;
        spend.stored(charges, waited);
        control.spend().stored(charges, waited);
        control.charged(charges, waited);
    }

    /** Counts calls that gave nothing to store. */
    void chargeRest(Making making) {
        List<Charge> charges = making.takeCharges();
        charge(charges);
        control.charged(charges, 0);
    }

    private void charge(List<Charge> charges) {
        if (!charges.isEmpty()) {
            spend.add(charges);
            control.spend().add(charges, writer);
        }
    }

    private static Map<String, @Nullable Object> row(
            String key, String reference, String to, Map<String, @Nullable Object> properties) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("key", key);
        row.put(reference, to);
        row.put("properties", properties);
        return row;
    }

    private Map<String, @Nullable Object> node(String key, Origin origin) {
        Map<String, @Nullable Object> node = new HashMap<>(origin.properties());
        node.put("key", key);
        node.put("run", control.run());
        return node;
    }
}
