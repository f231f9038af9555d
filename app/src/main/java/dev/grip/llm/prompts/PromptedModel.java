package dev.grip.llm.prompts;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.ServedModel;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One model answering one prompt: every question is rendered, keyed and asked here. Thread-safe. */
public final class PromptedModel {

    /** Failures of the server rather than of one question: going on would only fail every other question as well. */
    private static final Set<FailureCategory> SERVER_TROUBLE = EnumSet.of(
            FailureCategory.UNREACHABLE,
            FailureCategory.UNAUTHORIZED,
            FailureCategory.UNKNOWN_MODEL,
            FailureCategory.OVERLOADED);

    private final ChatModel model;
    private final Prompt prompt;

    public PromptedModel(ChatModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
    }

    /** An answer and what produced it. */
    public record Reply(Answer answer, Origin origin) {}

    public ServedModel served() {
        return model.served();
    }

    public Prompt prompt() {
        return prompt;
    }

    /** Asks with these inputs. Throws {@link ModelServerException} when the server, not the question, is the trouble. */
    public Reply ask(Map<String, String> inputs, long seed) {
        var messages = prompt.render(inputs);
        String key = RequestKey.of(model.served().name(), messages, prompt.sampling(), seed);
        Answer answer = model.chat(new ChatRequest(key, messages, prompt.sampling(), seed));
        if (answer instanceof Answer.Failed failed && SERVER_TROUBLE.contains(failed.category())) {
            throw new ModelServerException(failed.category(), failed.message());
        }
        return new Reply(answer, origin(seed));
    }

    /** What an answer drawn with this seed is recorded as coming from. */
    public Origin origin(long seed) {
        ServedModel served = model.served();
        return new Origin(
                served.name(),
                prompt.name(),
                prompt.version(),
                prompt.hash(),
                prompt.sampling(),
                seed,
                served.rehearsal());
    }
}
