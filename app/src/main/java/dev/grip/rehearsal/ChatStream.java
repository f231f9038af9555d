package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A chat answer as server-sent events: the role, the text in pieces, the finish, then the usage if it was asked for. */
final class ChatStream {

    private static final int TOKENS_A_PIECE = 4;

    private final ObjectNode head;
    private final List<String> events = new ArrayList<>();

    private ChatStream(ObjectNode head) {
        this.head = head.put("object", "chat.completion.chunk").put("system_fingerprint", ChatCompletions.MARK);
    }

    static Reply of(ObjectNode head, List<Choice> choices, @Nullable ObjectNode usage) {
        ChatStream stream = new ChatStream(head);
        choices.forEach(choice ->
                stream.delta(choice, delta -> delta.put("role", "assistant").put("content", "")));
        choices.forEach(choice -> stream.text(choice, "reasoning", choice.reasoning()));
        choices.forEach(choice -> stream.text(choice, "content", choice.content()));
        choices.forEach(stream::finish);
        if (usage != null) {
            stream.usage(usage);
        }
        stream.events.add("[DONE]");
        return new Reply.Events(stream.events);
    }

    private void text(Choice choice, String field, @Nullable String text) {
        String rest = text == null ? "" : text;
        while (!rest.isEmpty()) {
            String piece = TokenCount.first(TOKENS_A_PIECE, rest);
            delta(choice, delta -> delta.put(field, piece));
            rest = rest.substring(piece.length());
        }
    }

    private void finish(Choice choice) {
        ObjectNode last = delta(choice).put("finish_reason", choice.finishReason());
        if (choice.stopReason() != null) {
            last.put("stop_reason", choice.stopReason());
        }
        last.putObject("delta");
        send(last);
    }

    private void delta(Choice choice, Consumer<ObjectNode> content) {
        ObjectNode one = delta(choice);
        content.accept(one.putObject("delta"));
        send(one.putNull("finish_reason"));
    }

    private static ObjectNode delta(Choice choice) {
        return WireJson.object().put("index", choice.index());
    }

    private void send(ObjectNode choice) {
        ObjectNode chunk = head.deepCopy();
        chunk.putArray("choices").add(choice);
        events.add(WireJson.text(chunk));
    }

    private void usage(ObjectNode usage) {
        ObjectNode chunk = head.deepCopy();
        chunk.putArray("choices");
        chunk.set("usage", usage);
        events.add(WireJson.text(chunk));
    }
}
