package dev.grip.analysis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A problem in a list, with what it was made from and its solutions. {@code text} is null when the model gave none, and {@code
 * trouble} then says why; verdict, score and difficulty are null while they are awaited.
 */
public record MadeProblem(
        String key,
        String run,
        Instant madeAt,
        boolean rehearsal,
        @Nullable String text,
        @Nullable String trouble,
        @Nullable String verdict,
        @Nullable Double score,
        @Nullable String difficulty,
        String model,
        String kind,
        List<Point> knowledgePoints,
        List<MadeSolution> solutions) {

    /** A knowledge point it was made from. */
    public record Point(String id, String name) {

        static Point of(Value point) {
            return new Point(point.get("id").asString(), point.get("name").asString(""));
        }
    }

    /** One solution of it; {@code answer} is what stands in its last box. */
    public record MadeSolution(
            String key,
            @Nullable String text,
            @Nullable String answer,
            @Nullable String trouble,
            @Nullable String verdict,
            String model) {

        static MadeSolution of(Value solution) {
            return new MadeSolution(
                    solution.get("key").asString(),
                    given(solution, "text"),
                    given(solution, "answer"),
                    given(solution, "trouble"),
                    given(solution, "verdict"),
                    solution.get("model").asString(""));
        }
    }

    static MadeProblem of(Value problem) {
        return new MadeProblem(
                problem.get("key").asString(),
                problem.get("run").asString(""),
                Instant.ofEpochMilli(problem.get("madeAt").asLong()),
                problem.get("rehearsal").asBoolean(),
                given(problem, "text"),
                given(problem, "trouble"),
                given(problem, "verdict"),
                problem.get("score").isNull()
                        ? null
                        : (Double) problem.get("score").asDouble(),
                given(problem, "difficulty"),
                problem.get("model").asString(""),
                problem.get("kind").asString(),
                problem.get("knowledgePoints").asList(Point::of),
                problem.get("solutions").asList(MadeSolution::of));
    }

    private static @Nullable String given(Value node, String property) {
        Value value = node.get(property);
        return value.isNull() ? null : value.asString();
    }
}
