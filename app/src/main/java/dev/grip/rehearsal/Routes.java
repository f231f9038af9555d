package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.util.Locale;

/** Which endpoint answers which path, and what all of them refuse alike. */
final class Routes {

    private final RehearsalConfig config;
    private final ChatCompletions chat;
    private final Embeddings embeddings;
    private final long started = Instant.now().getEpochSecond();

    Routes(RehearsalConfig config) {
        this.config = config;
        this.chat = new ChatCompletions(config);
        this.embeddings = new Embeddings(config);
    }

    /** One request without its transport; {@code contentType} is empty if none was sent. */
    record Request(String id, HttpMethod method, String path, String contentType, String body) {}

    Reply answer(Request request) {
        try {
            return route(request);
        } catch (WireException refusal) {
            return refusal.reply();
        }
    }

    private Reply route(Request request) {
        return switch (request.path()) {
            case "/v1/chat/completions" -> chat.answer(request.id(), body(request));
            case "/v1/embeddings" -> embeddings.answer(request.id(), body(request));
            case "/v1/models" -> get(request, Reply.ok(models()));
            case "/version" -> get(request, Reply.ok(WireJson.object().put("version", ChatCompletions.MARK)));
            case "/health", "/ping" -> get(request, Reply.empty());
            default -> throw WireException.of(HttpResponseStatus.NOT_FOUND);
        };
    }

    private static Reply get(Request request, Reply reply) {
        require(HttpMethod.GET, request);
        return reply;
    }

    private ObjectNode body(Request request) {
        require(HttpMethod.POST, request);
        if (!request.contentType().toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw WireException.badRequest("Unsupported Media Type: Only 'application/json' is allowed", null);
        }
        ObjectNode body = WireJson.parse(request.body());
        String model = body.path("model").asText("");
        if (!model.isEmpty() && !model.equals(config.model())) {
            throw WireException.unknownModel(model);
        }
        return body;
    }

    private static void require(HttpMethod method, Request request) {
        if (!request.method().equals(method)) {
            throw WireException.of(HttpResponseStatus.METHOD_NOT_ALLOWED);
        }
    }

    private ObjectNode models() {
        ObjectNode list = WireJson.object().put("object", "list");
        list.putArray("data")
                .addObject()
                .put("id", config.model())
                .put("object", "model")
                .put("created", started)
                .put("owned_by", ChatCompletions.MARK)
                .put("root", config.model())
                .putNull("parent")
                .put("max_model_len", config.maxModelLength())
                .putArray("permission");
        return list;
    }
}
