package dev.grip.synthesis;

import dev.grip.combinations.Combination;
import dev.grip.graph.Key;
import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.AnswerText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one new problem from the names of a combination's KPs alone (GRIP section 3.3); no seed text enters the prompt. */
public final class ProblemWriter {

    private static final String PROMPT = "synthesis/write-problem";
    private static final Pattern MARK =
            Pattern.compile("(?im)^[ \\t*_#>]{0,8}new problem[*_ \\t]{0,6}[:：][*_ \\t]{0,6}");
    private static final Pattern AFTER = Pattern.compile(
            "(?im)^[ \\t*_#>]{0,8}(?:solution|answer|final answer|explanation|knowledge points)[*_ \\t]{0,6}[:：]");
    private static final String ECHO = "the text of the problem";

    private final PromptedModel generator;

    public ProblemWriter(ChatModel generator, PromptLibrary prompts) {
        this.generator = new PromptedModel(generator, prompts.require(PROMPT, Set.of("knowledge_points")));
    }

    /** The key that the problem of this combination has or will have. */
    public String key(Combination combination) {
        Origin origin = generator.origin(seed(combination));
        return Key.of(
                "problem",
                combination.key(),
                combination.sample(),
                origin.model(),
                origin.promptHash(),
                origin.sampling());
    }

    /** Asks for a problem. Throws {@link dev.grip.llm.UnansweredException} when no answer came that lasts. */
    public Problem write(Combination combination) {
        PromptedModel.Reply reply = generator.ask(inputs(combination.names()), seed(combination));
        String text = parse(reply.answer().requireLasting());
        String trouble = text == null ? "the generator's answer was " + describe(reply.answer()) : null;
        return new Problem(key(combination), combination.key(), text, trouble, reply.origin());
    }

    /** What the prompt is filled with for knowledge points of these names. */
    public static Map<String, String> inputs(List<String> names) {
        return Map.of("knowledge_points", numbered(names));
    }

    /** KP names as the numbered list that prompts show. */
    public static String numbered(List<String> names) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            list.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(names.get(i));
        }
        return list.toString();
    }

    static @Nullable String parse(Answer answer) {
        if (!answer.complete()) {
            return null;
        }
        String text = AnswerText.withoutThinking(answer.text());
        Matcher marks = MARK.matcher(text);
        int start = -1;
        while (marks.find()) {
            start = marks.end();
        }
        return start < 0 ? null : usable(text.substring(start));
    }

    /** Without the solution that some models add, and without the marks of a text all in bold. */
    private static @Nullable String usable(String text) {
        Matcher after = AFTER.matcher(text);
        String problem = (after.find() ? text.substring(0, after.start()) : text).strip();
        boolean boldEnd = problem.endsWith("**") && problem.indexOf("**") == problem.length() - 2;
        String plain = boldEnd ? problem.substring(0, problem.length() - 2).strip() : problem;
        return plain.isEmpty() || plain.equalsIgnoreCase(ECHO) ? null : plain;
    }

    private static String describe(Answer answer) {
        return answer.complete() ? "without 'New Problem:' and a text" : answer.trouble();
    }

    /** Differs between repetitions of a combination, so that a sampler draws another problem. */
    private static long seed(Combination combination) {
        return Integer.toUnsignedLong((combination.key() + "#" + combination.sample()).hashCode());
    }
}
