package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.NumberedList;
import java.util.List;
import java.util.Map;

/** Writes a problem for the knowledge points it is given, the less often complete the farther these lie apart. */
final class WritingStage implements Stage {

    private final StoryWriter writer;
    private final PointDistances distances;
    private final LatentQuality quality;

    WritingStage(StoryWriter writer, PointDistances distances, LatentQuality quality) {
        this.writer = writer;
        this.distances = distances;
        this.quality = quality;
    }

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        List<String> points = NumberedList.read(Stage.input(inputs, "knowledge_points"));
        double missing = quality.of(distances.farthest(points)).missingDataRate();
        return "New Problem: " + writer.write(points, missing, conversation.dice());
    }
}
