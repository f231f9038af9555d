package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.NumberedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Scores a problem by its latent quality, which all judges see alike: by how far apart its knowledge points lie, whether
 * it is complete, and whether it needs them. Each judge then adds its bias and noise, and now and then one sees the
 * problem with eyes of its own.
 */
final class ProblemJudgingStage implements Stage {

    private static final double FOREIGN = 0.55;

    private final StoryReader reader;
    private final PointDistances distances;
    private final LatentQuality quality;

    ProblemJudgingStage(StoryReader reader, PointDistances distances, LatentQuality quality) {
        this.reader = reader;
        this.distances = distances;
        this.quality = quality;
    }

    private record Finding(double quality, String reason) {}

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        List<String> points = NumberedList.read(Stage.input(inputs, "knowledge_points"));
        int distance = distances.farthest(points);
        Finding finding = find(Stage.input(inputs, "problem").strip(), points, distance);
        Personality.Scoring judge = conversation.personality().scoring();
        Dice dice = conversation.dice();
        boolean differs = dice.about("disagreement").chance(judge.disagreementRate());
        double seen = differs ? quality.whole(distance, dice.about("own view")) : finding.quality();
        double score =
                seen + judge.bias() + judge.noiseAt(seen) * dice.about("taste").normal();
        String reason = differs ? "This judge weighs the defects differently from others." : finding.reason();
        return reason + "\nEvaluation Score: " + String.format(Locale.ROOT, "%.2f", Math.max(0, Math.min(1, score)));
    }

    private Finding find(String problem, List<String> points, int distance) {
        Optional<Story> read = reader.read(problem);
        if (read.isEmpty()) {
            return new Finding(FOREIGN, "This rehearsal judge cannot read the problem and therefore doubts it.");
        }
        Dice dice = Dice.of("latent quality", problem);
        if (read.get().solve().isEmpty()) {
            return new Finding(
                    LatentQuality.withoutData(dice),
                    "The text is clear, but a quantity that the solution needs is missing.");
        }
        List<String> unused = KnowledgePointWords.all(points).stream()
                .filter(point -> !read.get().needs(point))
                .map(KnowledgePointWords::name)
                .toList();
        double whole = quality.whole(distance, dice) - quality.unusedPointLoss() * unused.size();
        return new Finding(Math.max(0, whole), reason(whole, unused));
    }

    private static String reason(double quality, List<String> unused) {
        if (!unused.isEmpty()) {
            return "The problem is clear and solvable, but hardly needs: " + String.join(", ", unused) + ".";
        }
        if (quality >= 0.9) {
            return "The problem is clear, complete and consistent, and needs every knowledge point.";
        }
        return quality >= 0.7
                ? "The problem is solvable, but its wording could be clearer."
                : "The problem is solvable, but its parts are loosely joined and its situation is contrived.";
    }
}
