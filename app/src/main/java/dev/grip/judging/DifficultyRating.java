package dev.grip.judging;

import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import dev.grip.synthesis.Difficulty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A model rates how hard a problem is, which decides who solves it. */
public final class DifficultyRating {

    static final VerdictReader<Difficulty> READER = VerdictReader.words(
            "Difficulty", List.of("low", "medium", "high"), word -> Difficulty.valueOf(word.toUpperCase(Locale.ROOT)));

    private static final String PROMPT = "judging/rate-difficulty";

    private final Question<Difficulty> question;

    public DifficultyRating(ChatModel rater, PromptLibrary prompts) {
        this.question = new Question<>(new PromptedModel(rater, prompts.require(PROMPT, Set.of("problem"))), READER);
    }

    /** A rating and the model that gave it. */
    public record Rating(Difficulty difficulty, String model) {}

    public Rating rate(String problem) {
        Question.Asked<Difficulty> asked = question.ask(Map.of("problem", problem));
        return new Rating(
                asked.reading().value().orElse(Difficulty.UNRATED),
                asked.origin().model());
    }
}
