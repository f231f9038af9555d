package dev.grip.llm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one model server without asking a model anything: {@code /v1/models} and {@code /version}. */
final class ModelProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Endpoint endpoint;
    private final EndpointClient http;

    ModelProbe(Endpoint endpoint, EndpointClient http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    EndpointReport report() throws InterruptedException {
        Attempt<Reply> reply = http.get(endpoint.url() + "/models", TIMEOUT);
        Attempt<JsonNode> listing = reply.then(new StatusRules(endpoint)::check).then(Json::object);
        boolean reachable = reply.trouble() == null;
        if (listing.value() == null) {
            Trouble trouble = listing.trouble();
            return found(reachable, null, List.of(), trouble == null ? "" : trouble.about(endpoint));
        }
        List<JsonNode> models = new ArrayList<>();
        listing.value().path("data").forEach(models::add);
        return found(true, version(), models, "");
    }

    private EndpointReport found(boolean reachable, @Nullable String version, List<JsonNode> models, String problem) {
        List<String> names =
                models.stream().map(model -> model.path("id").asText("")).toList();
        JsonNode own = models.stream()
                .filter(model -> endpoint.model().equals(model.path("id").asText("")))
                .findFirst()
                .orElseGet(Json.MAPPER::missingNode);
        boolean missing = problem.isEmpty() && own.isMissingNode();
        return new EndpointReport(
                endpoint.role(),
                endpoint.label(),
                endpoint.url(),
                endpoint.model(),
                reachable,
                version,
                names,
                own.path("max_model_len").isInt() ? own.path("max_model_len").asInt() : null,
                ModelServer.REHEARSAL.equals(own.path("owned_by").asText("")),
                missing ? notServed(names) : problem);
    }

    private @Nullable String version() throws InterruptedException {
        return http.get(EndpointUrl.root(endpoint.url()) + "/version", TIMEOUT)
                .then(new StatusRules(endpoint)::check)
                .then(Json::object)
                .then(root -> Attempt.done(root.path("version").asText("")))
                .value();
    }

    private String notServed(List<String> names) {
        return endpoint.describe() + ": it does not serve '" + endpoint.model() + "' but " + quoted(names)
                + "; set model to one of these or start the server with the model you want";
    }

    /** What to do about a wrong model name. */
    static String choice(EndpointReport report) {
        return "the server has " + quoted(report.servedModels()) + ", set model to one of these";
    }

    private static String quoted(List<String> names) {
        return names.isEmpty() ? "nothing" : "'" + String.join("', '", names) + "'";
    }
}
