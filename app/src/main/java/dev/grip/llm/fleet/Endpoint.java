package dev.grip.llm.fleet;

import dev.grip.llm.http.Deadlines;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One configured model: {@code label} names it in messages, {@code urls} are the servers that serve it, each ending in
 * {@code /v1}, {@code weight} counts for judges only, {@code maxConcurrent} is the most sequences that may ever be out to one
 * server. The API key never appears in text made from this record.
 */
public record Endpoint(
        Role role,
        String label,
        List<URI> urls,
        String model,
        @Nullable String apiKey,
        double weight,
        int maxConcurrent,
        Deadlines deadlines) {

    public static final int DEFAULT_MAX_CONCURRENT = 1024;
    public static final Deadlines DEFAULT_DEADLINES =
            new Deadlines(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(2));

    public Endpoint {
        urls = urls.stream()
                .map(url -> EndpointUrl.normalise(url.toString()))
                .distinct()
                .toList();
        require(!urls.isEmpty(), role, label, "url is missing; give the address of the server");
        require(
                !model.isBlank(),
                role,
                label,
                "model is empty; name the model as its server lists it under " + urls.get(0) + "/models");
        require(
                Double.isFinite(weight) && weight > 0,
                role,
                label,
                "weight " + weight + " is not allowed; give a number above 0");
        require(maxConcurrent >= 1, role, label, "max-concurrent " + maxConcurrent + " is not allowed; give 1 or more");
        requirePositive(deadlines.whole(), "timeout", role, label);
        requirePositive(deadlines.first(), "first-token-timeout", role, label);
        requirePositive(deadlines.idle(), "idle-timeout", role, label);
        require(isHeaderText(apiKey), role, label, "api-key has characters that cannot be sent; check for line breaks");
    }

    /** An endpoint with the defaults for everything but where and what. */
    public static Endpoint of(Role role, String url, String model) {
        return new Endpoint(
                role,
                model,
                List.of(EndpointUrl.normalise(url)),
                model,
                null,
                1.0,
                DEFAULT_MAX_CONCURRENT,
                DEFAULT_DEADLINES);
    }

    /** A judge with its weight; see {@link #of}. */
    public static Endpoint judge(String label, String url, String model, double weight) {
        Endpoint one = of(Role.JUDGE, url, model);
        return new Endpoint(
                Role.JUDGE, label, one.urls, model, null, weight, DEFAULT_MAX_CONCURRENT, DEFAULT_DEADLINES);
    }

    /** The first of its servers, by which records name it. */
    public URI url() {
        return urls.get(0);
    }

    /** How messages name it: {@code model server http://host:8000/v1 (judge qwen)}. */
    public String describe() {
        String servers = urls.stream().map(URI::toString).collect(Collectors.joining(", "));
        return "model server " + servers + " (" + role.word() + " " + label + ")";
    }

    /** The same with one of its servers alone. */
    Endpoint at(URI url) {
        return new Endpoint(role, label, List.of(url), model, apiKey, weight, maxConcurrent, deadlines);
    }

    /** Whether an answer that names this model is the one that was asked for; some servers add a version to the name. */
    boolean isAnsweredBy(String name) {
        return name.isEmpty() || name.equals(model) || name.startsWith(model + "-");
    }

    /** Where its settings stand: {@code models.solver-small}, {@code models.judges}. */
    String key() {
        return "models." + (role == Role.JUDGE ? "judges" : role.word());
    }

    @Override
    public String toString() {
        return describe() + (apiKey == null ? "" : " with an API key");
    }

    private static boolean isHeaderText(@Nullable String value) {
        return value == null || value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static void requirePositive(Duration time, String setting, Role role, String label) {
        require(
                time.compareTo(Duration.ZERO) > 0,
                role,
                label,
                setting + " " + time + " is not allowed; give e.g. 10m");
    }

    private static void require(boolean holds, Role role, String label, String problem) {
        if (!holds) {
            throw new ModelSettingsException(role.word() + " " + label + ": " + problem);
        }
    }
}
