package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.llm.FailureCategory;

/** The JSON of this package. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

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
            JsonNode root = MAPPER.readTree(reply.body());
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
        } catch (JsonProcessingException e) {
            return Attempt.failed(notOpenAi(reply));
        }
    }

    static Trouble malformed(String detail) {
        return Trouble.of(
                FailureCategory.MALFORMED,
                Trouble.Retry.BACKOFF,
                detail,
                "check that the url is an OpenAI-compatible server of the right kind");
    }

    private static Trouble notOpenAi(Reply reply) {
        return malformed("its answer is not JSON: " + ServerError.snippet(reply.body()));
    }
}
