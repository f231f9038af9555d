package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.http.Reply;
import java.io.IOException;

/** The JSON of this package. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int KEPT = 1024;

    private Json() {}

    static byte[] bytes(ObjectNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The object in a successful reply; anything else is trouble worth another attempt. */
    static Attempt<JsonNode> object(Reply reply) {
        try {
            JsonNode root = MAPPER.readTree(reply.bytes());
            if (!root.isObject()) {
                return Attempt.failed(notOpenAi(reply));
            }
            return root.hasNonNull("error")
                    ? Attempt.failed(Trouble.of(
                            FailureCategory.SERVER_ERROR,
                            Trouble.Retry.BACKOFF,
                            "it reports " + ServerError.read(reply.body()).message(),
                            "look into the server's log"))
                    : Attempt.done(root);
        } catch (IOException e) {
            return Attempt.failed(notOpenAi(reply));
        }
    }

    /** Trouble with an answer; the beginning of what was sent is kept. */
    static Trouble malformed(String detail, String sent) {
        return Trouble.of(
                        FailureCategory.MALFORMED,
                        Trouble.Retry.BACKOFF,
                        detail,
                        "check that the url is an OpenAI-compatible server of the right kind")
                .keeping(sent.length() > KEPT ? sent.substring(0, KEPT) : sent);
    }

    private static Trouble notOpenAi(Reply reply) {
        return malformed("its answer is not JSON: " + ServerError.snippet(reply.body()), reply.body());
    }
}
