package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.Constraint;
import dev.grip.llm.Sampling;
import dev.grip.llm.http.Deadlines;
import dev.grip.llm.http.Exchange;
import dev.grip.llm.http.JsonBody;
import dev.grip.llm.http.Post;
import dev.grip.llm.http.ServerConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a server really enforces what an answer may be, by asking a question that only an enforced answer answers so:
 * servers ignore fields that they do not know, so that the lack of an error proves nothing.
 */
final class ConstraintProof {

    /** No model says this unless it has to. */
    private static final String NONSENSE = "qwzx-17-blorf";

    private static final Constraint WORD = new Constraint.Choice("word", List.of(NONSENSE));
    private static final List<ChatMessage> QUESTION =
            List.of(ChatMessage.user("What is the capital of France? Answer with one word."));
    private static final Sampling SAMPLING = new Sampling(0, 1, 32);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final ServerConnection connection;

    ConstraintProof(Endpoint endpoint, ServerConnection connection) {
        this.endpoint = endpoint;
        this.connection = connection;
    }

    /** What the server enforces; unknown when it cannot be asked now. */
    ConstraintMode find() throws InterruptedException {
        for (ConstraintMode mode : List.of(ConstraintMode.STRUCTURED_OUTPUTS, ConstraintMode.JSON_SCHEMA)) {
            Exchange exchange = ask(mode);
            if (!(exchange instanceof Exchange.Replied replied)) {
                return ConstraintMode.UNKNOWN;
            }
            if (replied.reply().ok() && answer(exchange).contains(NONSENSE)) {
                return mode;
            }
            if (!replied.reply().ok() && replied.reply().status() != 400) {
                return ConstraintMode.UNKNOWN;
            }
        }
        return ConstraintMode.NONE;
    }

    private Exchange ask(ConstraintMode mode) throws InterruptedException {
        String key = "probe-" + mode.word();
        ChatRequest request = new ChatRequest(key, "probe", key, QUESTION, SAMPLING, 0, WORD);
        JsonBody body = ChatBody.of(endpoint.model(), request, 1, false, mode);
        return connection.post(new Post("/chat/completions", body, key, Deadlines.of(TIMEOUT)));
    }

    private String answer(Exchange exchange) {
        Attempt<ChatResult> result =
                new ExchangeRules(endpoint).check(exchange).then(Json::object).then(root -> ChatReply.read(root, 1));
        return Optional.ofNullable(result.value())
                .map(value -> value.answers().get(0))
                .map(Answer::text)
                .orElse("");
    }
}
