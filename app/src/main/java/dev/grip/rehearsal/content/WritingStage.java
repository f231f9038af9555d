package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.NumberedList;
import java.util.List;
import java.util.Map;

/** Writes a problem for the knowledge points it is given. */
final class WritingStage implements Stage {

    private final StoryWriter writer;

    WritingStage(StoryWriter writer) {
        this.writer = writer;
    }

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        List<String> points = NumberedList.read(Stage.input(inputs, "knowledge_points"));
        return "New Problem: " + writer.write(points, conversation.dice());
    }
}
