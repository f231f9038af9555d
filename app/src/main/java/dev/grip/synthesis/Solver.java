package dev.grip.synthesis;

import dev.grip.graph.Key;
import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.AnswerText;
import dev.grip.seeds.Boxed;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Solves problems: low and medium ones with the small model, the others with the large one (GRIP section 3.4). */
public final class Solver {

    private static final String PROMPT = "synthesis/solve-problem";

    private final PromptedModel small;
    private final PromptedModel large;

    public Solver(ChatModel small, ChatModel large, PromptLibrary prompts) {
        var prompt = prompts.require(PROMPT, Set.of("problem"));
        this.small = new PromptedModel(small, prompt);
        this.large = new PromptedModel(large, prompt);
    }

    /** The key that the solution of this problem has or will have. */
    public String key(Problem problem, Difficulty difficulty) {
        Origin origin = solver(difficulty).origin(0);
        return Key.of("solution", problem.key(), origin.model(), origin.promptHash(), origin.sampling());
    }

    /** Asks for a solution. Throws {@link dev.grip.llm.UnansweredException} when no answer came that lasts. */
    public Solution solve(Problem problem, String text, Difficulty difficulty) {
        PromptedModel.Reply reply = solver(difficulty).ask(inputs(text), 0);
        String solution = AnswerText.withoutThinking(
                        reply.answer().requireLasting().text())
                .strip();
        String answer = reply.answer().complete() ? Boxed.last(solution) : null;
        String trouble = answer == null ? trouble(reply.answer()) : null;
        return new Solution(key(problem, difficulty), problem.key(), solution, answer, trouble, reply.origin());
    }

    /** What the prompt is filled with for a problem of this text. */
    public static Map<String, String> inputs(String problem) {
        return Map.of("problem", problem);
    }

    private PromptedModel solver(Difficulty difficulty) {
        return difficulty.small() ? small : large;
    }

    private static @Nullable String trouble(Answer answer) {
        return answer.complete() ? "no final answer in \\boxed{}" : answer.trouble();
    }
}
