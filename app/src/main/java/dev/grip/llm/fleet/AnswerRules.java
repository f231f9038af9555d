package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import dev.grip.llm.Usage;
import java.util.Optional;

/** Which answer a message with its {@code finish_reason} is. */
final class AnswerRules {

    private AnswerRules() {}

    /** The answer; empty when it ended in a way that makes it unusable and asking again worthwhile. */
    static Optional<Answer> of(String content, String refusal, String finish, Usage usage) {
        if (!refusal.isBlank()) {
            return Optional.of(new Answer.Refused(refusal, usage));
        }
        return switch (finish) {
            case "stop" ->
                Optional.of(content.isBlank() ? new Answer.Empty(usage) : new Answer.Complete(content, usage));
            // vLLM ends a degenerate loop with "repetition": text without its end, as at the token limit.
            case "length", "repetition" ->
                Optional.of(content.isBlank() ? new Answer.Empty(usage) : new Answer.Truncated(content, usage));
            case "content_filter" -> Optional.of(new Answer.Refused(content, usage));
            default -> Optional.empty();
        };
    }

    /** Each of several answers to one prompt bears its share of what was counted for all. */
    static Usage share(Usage whole, int index, int of) {
        return new Usage(
                part(whole.promptTokens(), index, of),
                part(whole.completionTokens(), index, of),
                part(whole.cachedTokens(), index, of));
    }

    private static int part(int whole, int index, int of) {
        return whole / of + (index < whole % of ? 1 : 0);
    }
}
