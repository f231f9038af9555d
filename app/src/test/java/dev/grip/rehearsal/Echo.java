package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Personality;
import java.util.List;

/** A model that says the last message again. */
final class Echo {

    static final String CHAT = "/v1/chat/completions";
    static final String MODEL = "rehearsal/echo";

    private Echo() {}

    static RehearsalConfig config() {
        return RehearsalConfig.of(MODEL, Personality.FLAWLESS, Echo::answer);
    }

    private static String answer(Conversation conversation) {
        List<Conversation.Turn> turns = conversation.turns();
        return turns.get(turns.size() - 1).content();
    }

    /** A call whose answer is this text; {@code more} is further fields, each after a comma. */
    static String call(String text, String more) {
        return WireJson.text(WireJson.object().put("model", MODEL)).replace("}", "")
                + ",\"messages\":[{\"role\":\"user\",\"content\":"
                + WireJson.text(WireJson.object().textNode(text)) + "}]" + more + "}";
    }

    static String call(String text) {
        return call(text, "");
    }

    static String stream(String text) {
        return call(text, ",\"stream\":true");
    }
}
