package dev.grip.llm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.Answer;
import dev.grip.llm.Charging;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ServedModel;
import dev.grip.llm.Usage;
import dev.grip.llm.http.Exchange;
import dev.grip.llm.http.JsonBody;
import dev.grip.llm.http.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A chat model behind {@code /v1/chat/completions}. Thread-safe. */
final class OpenAiChatModel implements ChatModel {

    private static final String PATH = "/chat/completions";
    /** From so many tokens on, an answer is streamed, so that a server that has stopped is noticed before it is due. */
    private static final int LONG = 512;
    /** How often choices that a server left out are asked for. */
    private static final int ROUNDS = 3;

    private final Endpoint endpoint;
    private final Delivery delivery;
    private final ExchangeRules rules;
    private final StatusRules status;
    private final CallTally tally;

    private record Asked(JsonBody body, String stage, int choices, boolean stream) {}

    /** {@code endpoint} is the role's; the delivery's servers may be shared with other roles. */
    OpenAiChatModel(Endpoint endpoint, Delivery delivery, CallTally tally) {
        this.endpoint = endpoint;
        this.delivery = delivery;
        this.rules = new ExchangeRules(endpoint);
        this.status = new StatusRules(endpoint);
        this.tally = tally;
    }

    @Override
    public ServedModel served() {
        return delivery.pool().served(endpoint);
    }

    @Override
    public List<Answer> chat(ChatRequest request, int choices) {
        List<Answer> answers = answers(request, choices);
        answers.forEach(answer -> tally.answered(endpoint, request.stage(), answer));
        Usage used = answers.stream().map(Answer::usage).reduce(Usage.NONE, Usage::plus);
        Charging.ended(request.stage(), endpoint.model(), used);
        return answers;
    }

    @Override
    public void noteReading(String stage, String path, boolean atOnce) {
        tally.read(endpoint, stage, path, atOnce);
    }

    private List<Answer> answers(ChatRequest request, int choices) {
        List<Answer> answers = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS && answers.size() < choices; round++) {
                Attempt<ChatResult> attempt = ask(request, answers.size(), choices);
                Trouble trouble = attempt.trouble();
                if (trouble != null) {
                    fill(answers, choices, failed(trouble));
                } else {
                    answers.addAll(
                            Objects.requireNonNull(attempt.value()).answers().values());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            String message = endpoint.describe() + ": the call was cancelled; ask again";
            fill(answers, choices, new Answer.Failed(FailureCategory.CANCELLED, message));
        }
        fill(answers, choices, new Answer.Malformed("", endpoint.describe() + ": fewer answers came than asked for"));
        return List.copyOf(answers.subList(0, choices));
    }

    private static void fill(List<Answer> answers, int choices, Answer with) {
        while (answers.size() < choices) {
            answers.add(with);
        }
    }

    private Answer failed(Trouble trouble) {
        String message = trouble.about(endpoint);
        return trouble.category() == FailureCategory.MALFORMED
                ? new Answer.Malformed(trouble.raw(), message)
                : new Answer.Failed(trouble.category(), message);
    }

    /** Asks for the choices that are still missing, under a key and seed of their own if some are there. */
    private Attempt<ChatResult> ask(ChatRequest request, int got, int choices) throws InterruptedException {
        int missing = choices - got;
        String key = got == 0 ? request.key() : request.key() + "-from" + (got + 1);
        ConstraintMode mode = request.constraint() == null
                ? ConstraintMode.NONE
                : delivery.pool().constraintMode();
        ChatRequest asked = new ChatRequest(
                key,
                request.stage(),
                request.affinity(),
                request.messages(),
                request.sampling(),
                request.seed() + got,
                request.constraint());
        boolean stream = endpoint.role().generates() && request.sampling().maxTokens() >= LONG;
        JsonBody body = ChatBody.of(endpoint.model(), asked, missing, stream, mode);
        Asked sent = new Asked(body, request.stage(), missing, stream);
        Errand errand = new Errand(key, request.stage(), request.affinity(), missing);
        return delivery.deliver(errand, (replica, requestId) -> send(replica, sent, requestId), ChatResult::tokens);
    }

    private Attempt<ChatResult> send(Replica replica, Asked asked, String requestId) throws InterruptedException {
        Post post = new Post(PATH, asked.body(), requestId, endpoint.deadlines());
        if (!asked.stream()) {
            return whole(replica.connection().post(post), asked.choices());
        }
        ChatStream events = new ChatStream(asked.choices(), status);
        Exchange exchange = replica.connection().stream(post, events::take);
        if (!(exchange instanceof Exchange.Streamed)) {
            return whole(exchange, asked.choices());
        }
        tally.firstToken(endpoint, asked.stage(), events.firstToken());
        return checked(events.model(), events.fingerprint()).then(same -> events.result());
    }

    private Attempt<ChatResult> whole(Exchange exchange, int choices) {
        return rules.check(exchange).then(Json::object).then(root -> checked(
                        text(root, "model"), text(root, "system_fingerprint"))
                .then(same -> ChatReply.read(root, choices)));
    }

    private static String text(JsonNode root, String field) {
        return root.path(field).asText("");
    }

    /** Notes who answered, and takes an answer by another model for none. */
    private Attempt<String> checked(String model, String fingerprint) {
        delivery.pool().sawFingerprint(fingerprint);
        return endpoint.isAnsweredBy(model)
                ? Attempt.done(model)
                : Attempt.failed(ModelProbe.anotherModel(endpoint, model));
    }
}
