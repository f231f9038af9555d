package dev.grip.synthesis;

import dev.grip.combinations.Combination;
import dev.grip.graph.Key;
import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.Origin;
import dev.grip.llm.PromptLibrary;
import dev.grip.llm.PromptedModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one new problem from the names of a combination's KPs alone (GRIP section 3.3); no seed text enters the prompt. */
public final class ProblemWriter {

    private static final String PROMPT = "synthesis/write-problem";
    private static final String MARK = "New Problem:";

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

    public Problem write(Combination combination) {
        PromptedModel.Reply reply =
                generator.ask(Map.of("knowledge_points", numbered(combination.names())), seed(combination));
        String text = parse(reply.answer());
        String trouble = text == null ? "the generator's answer was " + describe(reply.answer()) : null;
        return new Problem(key(combination), combination.key(), text, trouble, reply.origin());
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
        String text = answer.text();
        int mark = text.lastIndexOf(MARK);
        String problem = mark < 0 ? "" : text.substring(mark + MARK.length()).strip();
        String plain = problem.startsWith("**") ? problem.substring(2).strip() : problem;
        return plain.isEmpty() ? null : plain;
    }

    private static String describe(Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            return failed.outcome() + ": " + failed.message();
        }
        return answer.complete() ? "without '" + MARK + "'" : answer.outcome();
    }

    /** Differs between repetitions of a combination, so that a sampler draws another problem. */
    private static long seed(Combination combination) {
        return Integer.toUnsignedLong((combination.key() + "#" + combination.sample()).hashCode());
    }
}
