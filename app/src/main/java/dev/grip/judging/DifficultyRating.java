package dev.grip.judging;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.FinalLine;
import dev.grip.synthesis.Difficulty;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A model rates how hard a problem is, which decides who solves it. */
public final class DifficultyRating {

    private static final String PROMPT = "judging/rate-difficulty";
    private static final FinalLine LINE = new FinalLine("difficulty", "low|medium|high");

    private final PromptedModel rater;

    public DifficultyRating(ChatModel rater, PromptLibrary prompts) {
        this.rater = new PromptedModel(rater, prompts.require(PROMPT, Set.of("problem")));
    }

    /** A rating and the model that gave it. */
    public record Rating(Difficulty difficulty, String model) {}

    public Rating rate(String problem) {
        PromptedModel.Reply reply = rater.ask(Map.of("problem", problem), 0);
        return new Rating(parse(reply.answer()), reply.origin().model());
    }

    static Difficulty parse(Answer answer) {
        String text = answer.complete() ? answer.text() : "";
        return LINE.read(text)
                .map(word -> Difficulty.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Difficulty.UNRATED);
    }
}
