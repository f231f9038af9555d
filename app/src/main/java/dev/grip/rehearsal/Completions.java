package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.engine.Prompt;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /v1/completions}: the same answers as to a chat with one message, one after another for several prompts. */
final class Completions {

    private static final int USUAL_TOKENS = 16;

    private final RehearsalConfig config;
    private final ChatCompletions chat;

    Completions(RehearsalConfig config, ChatCompletions chat) {
        this.config = config;
        this.chat = chat;
    }

    Reply answer(String requestId, ObjectNode body, Twist twist) {
        List<String> texts = texts(body.path("prompt"));
        List<Prompt> prompts = texts.stream().map(PromptTokens::of).toList();
        List<Choice> choices = new ArrayList<>();
        ChatCall call = ChatCall.ofText(body, texts.get(0), USUAL_TOKENS);
        for (int i = 0; i < texts.size(); i++) {
            ChatCall one = ChatCall.ofText(body, texts.get(i), USUAL_TOKENS);
            String echo = body.path("echo").asBoolean(false) ? texts.get(i) : "";
            for (Choice choice : chat.choices(one, prompts.get(i).tokens())) {
                choices.add(choice.at(choices.size()).withText(null, echo + choice.text()));
            }
        }
        Integer logprobs = WireJson.integer(body, "logprobs");
        Heading heading = Heading.of("cmpl-", requestId, twist.model(config.model()));
        Form form = new TextForm(heading, logprobs == null ? -1 : logprobs);
        return chat.spoken(call, form, twist.choices(choices), prompts);
    }

    private static List<String> texts(JsonNode prompt) {
        if (prompt.isTextual()) {
            return List.of(prompt.asText());
        }
        List<String> texts = new ArrayList<>();
        if (prompt.isArray() && prompt.path(0).isInt()) {
            return List.of(tokens(prompt));
        }
        for (JsonNode one : prompt) {
            texts.add(one.isArray() ? tokens(one) : one.asText());
        }
        if (texts.isEmpty()) {
            throw WireException.badRequest(
                    "Field required: prompt must be a text, tokens, or a list of them", "prompt");
        }
        return texts;
    }

    /** Token ids have no text here; each stands as a number. */
    private static String tokens(JsonNode ids) {
        StringBuilder text = new StringBuilder();
        ids.forEach(id -> text.append(id.asText()).append(' '));
        return text.toString();
    }
}
