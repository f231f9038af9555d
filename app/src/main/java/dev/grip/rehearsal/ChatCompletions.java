package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Manner;
import dev.grip.rehearsal.content.Speaker;
import dev.grip.rehearsal.content.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /v1/chat/completions}: asks the content script once a choice, and dresses the answers as vLLM does. */
final class ChatCompletions {

    static final String MARK = "rehearsal";

    private final RehearsalConfig config;
    private final Speaker speaker;

    ChatCompletions(RehearsalConfig config) {
        this.config = config;
        this.speaker = new Speaker(config.script());
    }

    Reply answer(String requestId, ObjectNode body) {
        ChatCall call = ChatCall.of(body);
        int prompt = TokenCount.ofTurns(call.turns());
        int budget = budget(call, prompt);
        List<Choice> choices = IntStream.range(0, call.n())
                .mapToObj(index -> Choice.of(index, say(call, index, budget), call.stop(), budget))
                .toList();
        ObjectNode head = head("chatcmpl-" + requestId);
        ObjectNode usage = usage(prompt, choices);
        if (call.stream()) {
            return ChatStream.of(head, choices, call.streamUsage() ? usage : null);
        }
        return Reply.ok(whole(head, choices, usage));
    }

    private Utterance say(ChatCall call, int index, int budget) {
        Manner manner = call.manner().within(budget).choice(index);
        return speaker.speak(new Conversation(config.model(), call.turns(), config.personality(), manner));
    }

    /** How many tokens an answer may have; a prompt and budget beyond the context length are refused as vLLM does. */
    private int budget(ChatCall call, int prompt) {
        int length = config.maxModelLength();
        Integer asked = call.maxTokens();
        if (prompt + (asked == null ? 1L : asked) <= length) {
            return asked == null ? length - prompt : asked;
        }
        throw WireException.badRequest(
                "This model's maximum context length is " + length + " tokens. However, you requested "
                        + (asked == null ? 1 : asked) + " output tokens and your prompt contains " + prompt
                        + " input tokens. Please reduce the length of the input messages or max_tokens.",
                "input_tokens");
    }

    private ObjectNode head(String id) {
        return WireJson.object()
                .put("id", id)
                .put("object", "chat.completion")
                .put("created", Instant.now().getEpochSecond())
                .put("model", config.model());
    }

    private static ObjectNode whole(ObjectNode head, List<Choice> choices, ObjectNode usage) {
        ArrayNode list = head.putArray("choices");
        choices.forEach(choice -> list.add(choice.json()));
        head.putNull("service_tier").put("system_fingerprint", MARK).set("usage", usage);
        return head.putNull("prompt_logprobs")
                .putNull("prompt_token_ids")
                .putNull("kv_transfer_params")
                .putNull("metrics");
    }

    private static ObjectNode usage(int prompt, List<Choice> choices) {
        int completion = choices.stream().mapToInt(Choice::tokens).sum();
        return WireJson.object()
                .put("prompt_tokens", prompt)
                .put("total_tokens", prompt + completion)
                .put("completion_tokens", completion)
                .putNull("prompt_tokens_details")
                .putNull("completion_tokens_details");
    }
}
