package dev.grip.llm.prompts;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.Constraint;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.Sampling;
import dev.grip.llm.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One model answering one prompt: every question is rendered, keyed and asked here. Thread-safe. */
public final class PromptedModel {

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
        ChatRequest question = question(prompt.render(inputs), prompt.sampling(), affinity(inputs), seed, null);
        return new Reply(answer(question), origin(seed).answering(question.key()));
    }

    /**
     * Asks again after an answer that could not be read, for nothing but its conclusion. The first question and answer come
     * first and unchanged, so that the server knows most of the prompt already.
     */
    public Answer askAgain(Map<String, String> inputs, long seed, Again again) {
        List<ChatMessage> messages = new ArrayList<>(prompt.render(inputs));
        if (!again.said().isBlank()) {
            messages.add(ChatMessage.assistant(again.said()));
            messages.add(ChatMessage.user(again.request()));
        }
        Sampling usual = prompt.sampling();
        Sampling sampling = new Sampling(usual.temperature(), usual.topP(), again.maxTokens());
        return answer(question(messages, sampling, affinity(inputs), seed, again.constraint()));
    }

    /**
     * How to ask again: what the model had said (empty to ask the same question once more), the request that follows, how long
     * the answer may be, and what it may be.
     */
    public record Again(String said, String request, int maxTokens, @Nullable Constraint constraint) {}

    private ChatRequest question(
            List<ChatMessage> messages,
            Sampling sampling,
            String affinity,
            long seed,
            @Nullable Constraint constraint) {
        String key = RequestKey.of(model.served().name(), messages, sampling, seed, constraint);
        return new ChatRequest(key, prompt.name(), affinity, messages, sampling, seed, constraint);
    }

    private Answer answer(ChatRequest question) {
        Answer answer = model.chat(question);
        if (answer instanceof Answer.Failed failed && failed.category().general()) {
            throw new ModelServerException(failed.category(), failed.message());
        }
        return answer;
    }

    /** Prompts name their inputs in the order in which they stand, so calls with the first one in common begin alike. */
    private String affinity(Map<String, String> inputs) {
        String first = prompt.inputs().isEmpty() ? "" : prompt.inputs().get(0);
        return inputs.getOrDefault(first, "");
    }

    /** Counts how an answer was read; see {@link ChatModel#noteReading}. */
    public void noteReading(String path, boolean atOnce) {
        model.noteReading(prompt.name(), path, atOnce);
    }

    /** What an answer drawn with this seed is recorded as coming from, whatever is asked. */
    public Origin origin(long seed) {
        ServedModel served = model.served();
        return new Origin(
                served.name(),
                prompt.name(),
                prompt.version(),
                prompt.hash(),
                prompt.sampling(),
                seed,
                served.rehearsal(),
                null);
    }
}
