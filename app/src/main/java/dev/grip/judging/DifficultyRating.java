package dev.grip.judging;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.PromptLibrary;
import dev.grip.llm.PromptedModel;
import dev.grip.synthesis.Difficulty;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model rates how hard a problem is, which decides who solves it. */
public final class DifficultyRating {

    private static final String PROMPT = "judging/rate-difficulty";
    private static final int TAIL = 4096;
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[^\\w\\n]{0,16}difficulty[ \\t*_`]{0,6}[:：=][ \\t*_`$\\[({]{0,8}(low|medium|high)\\b[ \\t*_`$\\])}.!]{0,8}$");

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
        String text = answer.complete() ? answer.text().replace("\r", "") : "";
        Matcher lines = LINE.matcher(text.substring(Math.max(0, text.length() - TAIL)));
        Difficulty rated = Difficulty.UNRATED;
        while (lines.find()) {
            rated = Difficulty.valueOf(lines.group(1).toUpperCase(Locale.ROOT));
        }
        return rated;
    }
}
