package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Manner;
import dev.grip.rehearsal.content.Speaker;
import dev.grip.rehearsal.content.Utterance;
import dev.grip.rehearsal.engine.Prompt;
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

    Reply answer(String requestId, ObjectNode body, Twist twist) {
        ChatCall call = ChatCall.of(body);
        Prompt prompt = PromptTokens.of(call.turns(), body.path("cache_salt").asText(""));
        List<Choice> choices = choices(call, prompt.tokens());
        Heading heading = Heading.of("chatcmpl-", requestId, twist.model(config.model()));
        Form form = new ChatForm(heading, config.wire().reasoning(), call.logprobs());
        return spoken(call, form, twist.choices(choices), List.of(prompt));
    }

    /** What is said to a call whose prompt has so many tokens. */
    List<Choice> choices(ChatCall call, int prompt) {
        int budget = budget(call, prompt);
        return IntStream.range(0, call.n())
                .mapToObj(index -> choice(call, index, budget))
                .toList();
    }

    private Choice choice(ChatCall call, int index, int budget) {
        Utterance said = say(call, index, budget);
        Choice choice = call.ignoreEos()
                ? Choice.filling(index, said.content(), budget)
                : Choice.of(index, said, call.stop(), budget);
        return config.wire().reasoning() == WireOptions.Reasoning.IN_CONTENT ? choice : choice.thoughtApart();
    }

    /** The answer in its form; the first n choices are of the first prompt, and so on. */
    Reply spoken(ChatCall call, Form form, List<Choice> choices, List<Prompt> prompts) {
        int tokens = prompts.stream().mapToInt(Prompt::tokens).sum();
        Spoken.Counting counting = new Spoken.Counting(tokens, config.wire().promptTokensDetails());
        Spoken spoken = new Spoken(form, choices, counting, new Errors(config.wire()));
        int chunk = call.chunkTokens() == 0 ? config.wire().chunkTokens() : call.chunkTokens();
        Streaming.Style style = new Streaming.Style(chunk, call.streamUsage(), call.usageAlways());
        Answering answering = call.stream() ? spoken.streamed(style) : spoken.whole();
        return new Reply.Generated(
                spoken.work(choice -> prompts.get(choice.index() / call.n()), call.stream() ? chunk : 0, answering));
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
        throw new Errors(config.wire()).tooLong(length, prompt, asked == null ? 0 : asked);
    }
}
