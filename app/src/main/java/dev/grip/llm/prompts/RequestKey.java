package dev.grip.llm.prompts;

import dev.grip.llm.ChatMessage;
import dev.grip.llm.Constraint;
import dev.grip.llm.Sampling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deterministic key of a call: a hash of everything that decides its answer. */
final class RequestKey {

    private RequestKey() {}

    static String of(
            String model, List<ChatMessage> messages, Sampling sampling, long seed, @Nullable Constraint constraint) {
        StringBuilder all = new StringBuilder(model)
                .append('\u0000')
                .append(sampling)
                .append('\u0000')
                .append(seed);
        if (constraint != null) {
            all.append('\u0000').append(constraint);
        }
        for (ChatMessage message : messages) {
            all.append('\u0000').append(message.role()).append('\u0000').append(message.content());
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
