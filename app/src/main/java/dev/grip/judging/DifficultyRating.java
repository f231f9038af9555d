package dev.grip.judging;

import dev.grip.graph.Key;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import dev.grip.synthesis.Difficulty;
import dev.grip.synthesis.Problem;
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

    /**
     * How hard the problem with key {@code problem} is. {@code explanation} is the rater's answer as it came, {@code parsedBy} how
     * it was read or why it was not.
     */
    public record Rating(
            String key, String problem, Difficulty difficulty, String explanation, String parsedBy, Origin origin) {}

    /** The key that the rating of this problem has or will have. */
    public String key(Problem problem) {
        Origin origin = question.origin();
        return Key.of("rating", problem.key(), origin.model(), origin.promptHash(), origin.sampling());
    }

    /** What the prompt is filled with for a problem of this text. */
    public static Map<String, String> inputs(String problem) {
        return Map.of("problem", problem);
    }

    public Rating rate(Problem problem, String text) {
        Question.Asked<Difficulty> asked = question.ask(inputs(text)).requireLasting();
        return new Rating(
                key(problem),
                problem.key(),
                asked.reading().value().orElse(Difficulty.UNRATED),
                asked.text(),
                asked.reading().path(),
                asked.origin());
    }
}
