package dev.grip.rehearsal.content;

import java.util.Map;
import java.util.Optional;

/** Rates difficulty by the number of steps; of a text it cannot read, by its length. */
final class DifficultyStage implements Stage {

    private static final int CHARACTERS_A_STEP = 80;

    private final StoryReader reader;

    DifficultyStage(StoryReader reader) {
        this.reader = reader;
    }

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        String problem = Stage.input(inputs, "problem");
        Optional<Story> story = reader.read(problem);
        int steps = story.map(Story::stepCount).orElse(problem.length() / CHARACTERS_A_STEP);
        return "The solution takes about " + steps + " steps.\nDifficulty: " + level(steps);
    }

    private static String level(int steps) {
        if (steps <= 3) {
            return "low";
        }
        return steps <= 5 ? "medium" : "high";
    }
}
