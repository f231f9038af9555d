package dev.grip.analysis;

import dev.grip.llm.ChatMessage;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.Prompt;
import dev.grip.llm.prompts.PromptException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of a question, made again by the prompt that is in the graph; {@code note} says why they are not exactly the same. */
record RenderedAgain(List<ChatMessage> messages, @Nullable String note) {

    /** {@code template} is the text of the prompt with the hash that {@code origin} names, null when the graph has none. */
    static RenderedAgain of(Origin origin, @Nullable String template, Map<String, String> inputs) {
        if (template == null) {
            return nothing("the graph has no Prompt " + origin.prompt() + " with the hash " + origin.promptHash());
        }
        try {
            Prompt prompt = Prompt.recorded(origin.prompt(), template);
            List<ChatMessage> messages = prompt.render(inputs);
            return new RenderedAgain(messages, origin.asked(messages) ? null : difference(origin, prompt));
        } catch (PromptException e) {
            return nothing(e.getMessage());
        }
    }

    private static RenderedAgain nothing(@Nullable String why) {
        return new RenderedAgain(List.of(), "It cannot be rendered again: " + why);
    }

    private static String difference(Origin origin, Prompt prompt) {
        if (!prompt.hash().equals(origin.promptHash())) {
            return "Not what the model got: the prompt in the graph was changed since (its hash is " + prompt.hash()
                    + " instead of " + origin.promptHash() + ")";
        }
        return origin.request() == null
                ? "Perhaps not exactly what the model got: the answer was recorded without the key of its question"
                : "Not exactly what the model got: since then a knowledge point was renamed, or a text in the graph changed";
    }
}
