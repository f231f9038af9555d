package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.wire.Response;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Which endpoint answers which path, and what all of them refuse alike. Made anew when the configuration changes. */
final class Routes {

    private final RehearsalConfig config;
    private final Vitals vitals;
    private final ChatCompletions chat;
    private final Completions completions;
    private final Embeddings embeddings;
    private final Errors errors;

    Routes(RehearsalConfig config, Vitals vitals) {
        this.config = config;
        this.vitals = vitals;
        this.chat = new ChatCompletions(config);
        this.completions = new Completions(config, chat);
        this.embeddings = new Embeddings(config);
        this.errors = new Errors(config.wire());
    }

    Reply answer(Call call, Twist twist) {
        try {
            requireKey(call);
            return route(call, twist);
        } catch (WireException refusal) {
            return new Reply.Whole(errors.response(refusal));
        }
    }

    private Reply route(Call call, Twist twist) {
        return switch (call.path()) {
            case "/v1/chat/completions" -> work(call, body -> chat.answer(id(call, body), body, twist));
            case "/v1/completions" -> work(call, body -> completions.answer(id(call, body), body, twist));
            case "/v1/embeddings" -> work(call, body -> embeddings.answer(call.id(), body));
            case "/v1/score", "/score" -> work(call, body -> new Scoring(config).score(call.id(), body));
            case "/v1/rerank", "/v2/rerank", "/rerank" ->
                work(call, body -> new Scoring(config).rerank(call.id(), body));
            case "/tokenize" -> new Tokenizing(config).answer(body(call));
            case "/v1/models" -> get(call, Reply.ok(models()));
            case "/version" -> get(call, Reply.ok(WireJson.object().put("version", ChatCompletions.MARK)));
            case "/health", "/ping" -> get(call, health());
            case "/load" -> get(call, Reply.ok(WireJson.object().put("server_load", vitals.openCalls())));
            case "/metrics" -> get(call, metrics());
            default -> throw WireException.of(HttpResponseStatus.NOT_FOUND);
        };
    }

    /** A call for the engine, if that is alive and not too busy. */
    private Reply work(Call call, Function<ObjectNode, Reply> endpoint) {
        ObjectNode body = body(call);
        if (vitals.dead()) {
            throw WireException.engineDead();
        }
        Optional<Response> refused = new Rejection(config.overload(), errors).of(vitals);
        return refused.isPresent() ? new Reply.Whole(refused.get()) : endpoint.apply(body);
    }

    /** What the answer is called after: the header if there is one, else the field. */
    private static String id(Call call, ObjectNode body) {
        String field = body.path("request_id").asText("");
        return call.requestId().isEmpty() && !field.isEmpty() ? field : call.id();
    }

    private Reply health() {
        return new Reply.Whole(Response.empty(vitals.dead() ? 503 : 200));
    }

    private Reply metrics() {
        if (config.wire().metrics() == WireOptions.MetricNames.MISSING) {
            throw WireException.of(HttpResponseStatus.NOT_FOUND);
        }
        String text = new Metrics(config).text(vitals.engine());
        return new Reply.Whole(Response.text(200, "text/plain; version=0.0.4; charset=utf-8", text));
    }

    private static Reply get(Call call, Reply reply) {
        require("GET", call);
        return reply;
    }

    private ObjectNode body(Call call) {
        require("POST", call);
        if (!call.http().header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw WireException.badRequest("Unsupported Media Type: Only 'application/json' is allowed", null);
        }
        ObjectNode body = call.json();
        String model = body.path("model").asText("");
        if (!model.isEmpty() && !model.equals(config.model())) {
            throw WireException.unknownModel(model);
        }
        return body;
    }

    private void requireKey(Call call) {
        String key = config.apiKey();
        if (!key.isEmpty()
                && (call.path().startsWith("/v1") || call.path().startsWith("/v2"))
                && !call.http().header("Authorization").equals("Bearer " + key)) {
            throw WireException.of(HttpResponseStatus.UNAUTHORIZED);
        }
    }

    private static void require(String method, Call call) {
        if (!call.is(method)) {
            throw WireException.of(HttpResponseStatus.METHOD_NOT_ALLOWED);
        }
    }

    private ObjectNode models() {
        ObjectNode list = WireJson.object().put("object", "list");
        list.putArray("data")
                .addObject()
                .put("id", config.model())
                .put("object", "model")
                .put("created", vitals.startedAt().getEpochSecond())
                .put("owned_by", ChatCompletions.MARK)
                .put("root", config.model())
                .putNull("parent")
                .put("max_model_len", config.maxModelLength())
                .putArray("permission");
        return list;
    }
}
