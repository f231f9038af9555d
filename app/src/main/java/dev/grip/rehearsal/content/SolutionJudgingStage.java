package dev.grip.rehearsal.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Recomputes a story and every calculation of its solution; errs as often as the personality says. */
final class SolutionJudgingStage implements Stage {

    private static final String BOX = "\\boxed{";

    private final StoryReader reader;

    SolutionJudgingStage(StoryReader reader) {
        this.reader = reader;
    }

    private record Finding(boolean right, String explanation) {}

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        Finding finding = check(Stage.input(inputs, "problem"), Stage.input(inputs, "solution"));
        boolean errs = conversation
                .dice()
                .about("judge")
                .chance(conversation.personality().errors().judge());
        if (errs) {
            return "The steps were checked too quickly here.\nAnswer: " + (finding.right() ? "False" : "True");
        }
        return finding.explanation() + "\nAnswer: " + (finding.right() ? "True" : "False");
    }

    private Finding check(String problem, String solution) {
        Optional<Story> story = reader.read(problem);
        if (story.isEmpty()) {
            return new Finding(
                    false, "This rehearsal judge cannot read the problem, so it cannot confirm the solution.");
        }
        List<Worksheet.Line> lines = story.get().solve();
        if (lines.isEmpty()) {
            return new Finding(false, "The problem lacks a quantity that the solution needs.");
        }
        long expected = lines.get(lines.size() - 1).value();
        String given = boxed(solution);
        if (!given.equals(Long.toString(expected))) {
            String instead = given.isEmpty() ? "no boxed answer is given" : "the solution gives " + given;
            return new Finding(false, "Recomputing gives " + expected + ", but " + instead + ".");
        }
        Optional<String> slip =
                solution.lines().filter(SolutionJudgingStage::miscalculates).findFirst();
        return slip.map(line -> new Finding(false, "This step is wrong: " + line.strip()))
                .orElseGet(
                        () -> new Finding(true, "Recomputing gives " + expected + " as well, and every step holds."));
    }

    private static String boxed(String solution) {
        int open = solution.lastIndexOf(BOX);
        int close = open < 0 ? -1 : solution.indexOf('}', open);
        return close < 0 ? "" : solution.substring(open + BOX.length(), close).strip();
    }

    /** A line that ends in {@code calculation = number} where the two differ; other lines are prose. */
    private static boolean miscalculates(String line) {
        int equals = line.lastIndexOf(" = ");
        if (equals < 0) {
            return false;
        }
        String calculation = line.substring(line.lastIndexOf(": ", equals) + 1, equals);
        OptionalLong left = Arithmetic.evaluate(calculation, Map.of());
        OptionalLong right = Arithmetic.evaluate(line.substring(equals + 3), Map.of());
        return left.isPresent() && right.isPresent() && left.getAsLong() != right.getAsLong();
    }
}
