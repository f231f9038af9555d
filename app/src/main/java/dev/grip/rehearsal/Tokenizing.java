package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Conversation;

/** {@code POST /tokenize}: how many tokens a prompt or a conversation has, and made-up numbers for them. */
record Tokenizing(RehearsalConfig config) {

    private static final int VOCABULARY = 151_643;

    Reply answer(ObjectNode body) {
        String text = body.path("prompt").asText("");
        ObjectNode answer = WireJson.object();
        ArrayNode tokens = WireJson.object().arrayNode();
        if (body.has("messages")) {
            int frames = 0;
            for (Conversation.Turn turn : ChatCall.turns(body.path("messages"))) {
                add(tokens, turn.role() + "\n");
                frames++;
                add(tokens, turn.content());
            }
            int missing = TokenCount.ofTurns(ChatCall.turns(body.path("messages"))) - tokens.size();
            for (int i = 0; i < missing; i++) {
                tokens.add(VOCABULARY + i % Math.max(1, frames));
            }
        } else {
            add(tokens, text);
        }
        answer.put("count", tokens.size()).put("max_model_len", config.maxModelLength());
        answer.set("tokens", tokens);
        return Reply.ok(answer.putNull("token_strs"));
    }

    private static void add(ArrayNode tokens, String text) {
        int at = 0;
        while (at < text.length()) {
            int end = TokenCount.end(text, at);
            tokens.add(Math.floorMod(text.substring(at, end).hashCode(), VOCABULARY));
            at = end;
        }
    }
}
