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

    public Solution solve(Problem problem, String text, Difficulty difficulty) {
        PromptedModel.Reply reply = (difficulty.small() ? small : large).ask(Map.of("problem", text), 0);
        Origin origin = reply.origin();
        String key = Key.of("solution", problem.key(), origin.model(), origin.promptHash(), origin.sampling());
        String solution = AnswerText.withoutThinking(reply.answer().text()).strip();
        String answer = reply.answer().complete() ? Boxed.last(solution) : null;
        return new Solution(
                key, problem.key(), solution, answer, answer == null ? trouble(reply.answer()) : null, origin);
    }

    private static @Nullable String trouble(Answer answer) {
        return answer.complete() ? "no final answer in \\boxed{}" : answer.trouble();
    }
}
