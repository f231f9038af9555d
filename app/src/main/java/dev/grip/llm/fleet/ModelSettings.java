package dev.grip.llm.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which server plays which role, as configured under {@code models}; see {@link #read(Map)} for the keys. {@code patience} is how
 * long a call waits for a server that is away or busy before it is given up.
 */
public record ModelSettings(List<Endpoint> endpoints, Duration patience) {

    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(15);

    public ModelSettings {
        endpoints = List.copyOf(endpoints);
    }

    /** Nothing configured. */
    public static ModelSettings none() {
        return new ModelSettings(List.of(), DEFAULT_PATIENCE);
    }

    /**
     * Reads the properties below {@code models}, nested or flat: {@code extractor.url}, {@code solver-small.model},
     * {@code judges[0].weight}, {@code embedding.api-key} and so on. Unknown keys are errors.
     */
    public static ModelSettings read(Map<String, ?> properties) {
        return ModelSettingsReader.read(properties);
    }

    /** Whether any chat model is configured; when not, the rehearsal takes every chat role. */
    public boolean configured() {
        return endpoints.stream().anyMatch(endpoint -> endpoint.role() != Role.EMBEDDING);
    }

    /** The endpoint of a role that one model plays. */
    public Optional<Endpoint> endpoint(Role role) {
        return endpoints.stream().filter(endpoint -> endpoint.role() == role).findFirst();
    }

    public List<Endpoint> judges() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.role() == Role.JUDGE)
                .toList();
    }

    /** These settings with more endpoints, such as rehearsal servers for the chat roles. */
    public ModelSettings plus(List<Endpoint> more) {
        List<Endpoint> all = new ArrayList<>(endpoints);
        all.addAll(more);
        return new ModelSettings(all, patience);
    }

    /** Refuses settings in which a chat role has no model. */
    void requireComplete() {
        List<String> missing = new ArrayList<>();
        for (Role role : Role.singleChat()) {
            if (endpoint(role).isEmpty()) {
                missing.add("models." + role.word());
            }
        }
        if (judges().isEmpty()) {
            missing.add("models.judges");
        }
        if (!missing.isEmpty()) {
            throw new ModelSettingsException(missingRoles(missing));
        }
    }

    private static String missingRoles(List<String> missing) {
        String example = missing.stream()
                .map(key -> key.endsWith("judges")
                        ? "  judges: [{url: \"http://localhost:8000/v1\", model: my-model, weight: 1.0}]"
                        : "  " + key.substring("models.".length())
                                + ": {url: \"http://localhost:8000/v1\", model: my-model}")
                .collect(Collectors.joining("\n"));
        return "No model is configured for " + String.join(", ", missing)
                + ". Give every role one (or none at all, to rehearse with simulated models), for example:\nmodels:\n"
                + example;
    }
}
