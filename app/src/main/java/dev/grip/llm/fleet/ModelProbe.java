package dev.grip.llm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.Exchange;
import dev.grip.llm.http.ServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at one model server without asking a model anything: {@code /v1/models}, {@code /version} and {@code /metrics}. */
final class ModelProbe {

    static final String REHEARSAL = "rehearsal";
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Endpoint endpoint;
    private final ServerConnection connection;
    private final ExchangeRules rules;

    /** {@code endpoint} has the one server of the connection. */
    ModelProbe(Endpoint endpoint, ServerConnection connection) {
        this.endpoint = endpoint;
        this.connection = connection;
        this.rules = new ExchangeRules(endpoint);
    }

    EndpointReport report() throws InterruptedException {
        Exchange exchange = connection.get(endpoint.url() + "/models", TIMEOUT);
        Attempt<JsonNode> listing = rules.check(exchange).then(Json::object);
        if (listing.value() == null) {
            Trouble trouble = listing.trouble();
            boolean reachable = exchange instanceof Exchange.Replied;
            return found(reachable, null, List.of(), null, trouble == null ? "" : trouble.about(endpoint));
        }
        List<JsonNode> models = new ArrayList<>();
        listing.value().path("data").forEach(models::add);
        return found(true, version(), models, load().orElse(null), "");
    }

    private EndpointReport found(
            boolean reachable,
            @Nullable String version,
            List<JsonNode> models,
            @Nullable ServerLoad load,
            String problem) {
        List<String> names =
                models.stream().map(model -> model.path("id").asText("")).toList();
        JsonNode own = named(endpoint.model(), models);
        boolean missing = problem.isEmpty() && own.isMissingNode();
        return new EndpointReport(
                endpoint.role(),
                endpoint.label(),
                endpoint.url(),
                endpoint.model(),
                reachable,
                version,
                names,
                maxModelLen(own),
                load,
                ConstraintMode.UNKNOWN,
                REHEARSAL.equals(own.path("owned_by").asText("")),
                missing ? notServed(names) : problem);
    }

    private static JsonNode named(String name, Iterable<JsonNode> models) {
        for (JsonNode model : models) {
            if (name.equals(model.path("id").asText(""))) {
                return model;
            }
        }
        return Json.MAPPER.missingNode();
    }

    private static @Nullable Integer maxModelLen(JsonNode model) {
        JsonNode length = model.path("max_model_len");
        return length.isInt() ? length.asInt() : null;
    }

    /** What a list of models says of one of them. */
    static ServerFacts facts(Exchange listing, String model) {
        JsonNode root =
                listing instanceof Exchange.Replied replied && replied.reply().ok()
                        ? Json.object(replied.reply()).value()
                        : null;
        return root == null ? ServerFacts.NONE : new ServerFacts(null, maxModelLen(named(model, root.path("data"))));
    }

    private @Nullable String version() throws InterruptedException {
        return rules.check(connection.get(root("/version"), TIMEOUT))
                .then(Json::object)
                .then(root -> Attempt.done(root.path("version").asText("")))
                .value();
    }

    private Optional<ServerLoad> load() throws InterruptedException {
        return load(connection.get(root("/metrics"), TIMEOUT));
    }

    /** The load in an answer of {@code /metrics}; empty if it is none. */
    static Optional<ServerLoad> load(Exchange exchange) {
        return exchange instanceof Exchange.Replied replied && replied.reply().ok()
                ? LoadReader.read(replied.reply().body())
                : Optional.empty();
    }

    private String root(String path) {
        return EndpointUrl.root(endpoint.url()) + path;
    }

    private String notServed(List<String> names) {
        return endpoint.describe() + ": it does not serve '" + endpoint.model() + "' but " + quoted(names)
                + "; set model to one of these or start the server with the model you want";
    }

    /** What to do about a wrong model name. */
    static String choice(EndpointReport report) {
        return "the server has " + quoted(report.servedModels()) + ", set model to one of these";
    }

    /** The trouble with an answer by a model that was not asked. */
    static Trouble anotherModel(Endpoint endpoint, String name) {
        return Trouble.of(
                FailureCategory.UNKNOWN_MODEL,
                Retry.NEVER,
                "it answered as model '" + name + "' and not '" + endpoint.model() + "'",
                "correct model or url of " + endpoint.key());
    }

    private static String quoted(List<String> names) {
        return names.isEmpty() ? "nothing" : "'" + String.join("', '", names) + "'";
    }
}
