package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.NumberedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Scores a problem by its latent quality, which all judges see alike (is it complete, does it need its knowledge points),
 * moved a little by the taste of this judge.
 */
final class ProblemJudgingStage implements Stage {

    private static final double WHOLE = 0.95;
    private static final double A_POINT_UNUSED = 0.13;
    private static final double MISSING_DATA = 0.36;
    private static final double FOREIGN = 0.55;

    private final StoryReader reader;

    ProblemJudgingStage(StoryReader reader) {
        this.reader = reader;
    }

    private record Quality(double score, String reason) {}

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        List<KnowledgePointWords> points =
                KnowledgePointWords.all(NumberedList.read(Stage.input(inputs, "knowledge_points")));
        Quality quality = quality(reader.read(Stage.input(inputs, "problem")), points);
        Personality judge = conversation.personality();
        double taste = (conversation.dice().about("taste").fraction() * 2 - 1) * judge.scoreNoise();
        double score = Math.max(0, Math.min(1, quality.score() + judge.scoreBias() + taste));
        return quality.reason() + "\nEvaluation Score: " + String.format(Locale.ROOT, "%.2f", score);
    }

    private static Quality quality(Optional<Story> read, List<KnowledgePointWords> points) {
        if (read.isEmpty()) {
            return new Quality(FOREIGN, "This rehearsal judge cannot read the problem and therefore doubts it.");
        }
        Story story = read.get();
        if (story.solve().isEmpty()) {
            return new Quality(MISSING_DATA, "The text is clear, but a quantity that the solution needs is missing.");
        }
        List<String> unused = points.stream()
                .filter(point -> !story.needs(point))
                .map(KnowledgePointWords::name)
                .toList();
        if (unused.isEmpty()) {
            return new Quality(
                    WHOLE, "The problem is clear, complete and consistent, and needs every knowledge point.");
        }
        return new Quality(
                Math.max(FOREIGN, WHOLE - A_POINT_UNUSED * unused.size()),
                "The problem is clear and solvable, but hardly needs: " + String.join(", ", unused) + ".");
    }
}
