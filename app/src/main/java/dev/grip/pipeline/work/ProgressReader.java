package dev.grip.pipeline.work;

import dev.grip.judging.DifficultyRating.Rating;
import dev.grip.judging.Judgement;
import dev.grip.judging.Verdict;
import dev.grip.llm.prompts.Origin;
import dev.grip.synthesis.Difficulty;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.Solution;
import java.util.Locale;
import java.util.OptionalDouble;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads from a row of {@code pipeline/load-progress} what is there already. */
final class ProgressReader {

    private ProgressReader() {}

    static void read(Record row, Making into) {
        Value problem = row.get("problem");
        if (problem.isNull()) {
            return;
        }
        String key = problem.get("key").asString();
        into.problem(new Problem(
                key,
                into.combination().key(),
                problem.get("text").asString(null),
                problem.get("trouble").asString(null),
                Origin.of(problem.asMap())));
        verdict(problem, into);
        votes(row.get("votes"), key, into);
        row.get("ratings").values().forEach(rating -> rating(rating, key, into));
        row.get("solutions").values().forEach(solution -> solution(solution, key, into));
    }

    private static void solution(Value node, String problem, Making into) {
        String key = node.get("key").asString();
        into.solutions()
                .put(
                        key,
                        new Solution(
                                key,
                                problem,
                                node.get("text").asString(),
                                node.get("answer").asString(null),
                                node.get("trouble").asString(null),
                                Origin.of(node.asMap())));
        verdict(node, into);
        votes(node.get("votes"), key, into);
    }

    private static void verdict(Value node, Making into) {
        Value verdict = node.get("verdict");
        if (!verdict.isNull()) {
            Value score = node.get("score");
            into.decides(
                    node.get("key").asString(),
                    Verdict.valueOf(verdict.asString().toUpperCase(Locale.ROOT)),
                    score.isNull() ? OptionalDouble.empty() : OptionalDouble.of(score.asDouble()));
        }
    }

    private static void rating(Value node, String problem, Making into) {
        String key = node.get("key").asString();
        into.ratings()
                .put(
                        key,
                        new Rating(
                                key,
                                problem,
                                Difficulty.valueOf(
                                        node.get("difficulty").asString().toUpperCase(Locale.ROOT)),
                                node.get("explanation").asString(""),
                                node.get("parsedBy").asString(""),
                                Origin.of(node.asMap())));
    }

    private static void votes(Value nodes, String subject, Making into) {
        nodes.values().forEach(node -> {
            Value score = node.get("score");
            Value approved = node.get("approved");
            into.votes()
                    .put(
                            node.get("key").asString(),
                            new Judgement(
                                    node.get("key").asString(),
                                    subject,
                                    node.get("weight").asDouble(),
                                    score.isNull() ? null : score.asDouble(),
                                    approved.isNull() ? null : approved.asBoolean(),
                                    node.get("explanation").asString(""),
                                    node.get("parsedBy").asString(""),
                                    node.get("parserVersion").asInt(0),
                                    Origin.of(node.asMap())));
        });
    }
}
