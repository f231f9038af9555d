package dev.grip.llm.fleet;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One configured model server: {@code label} names it in messages, {@code url} ends in {@code /v1}, {@code weight} counts
 * for judges only. The API key never appears in text made from this record.
 */
public record Endpoint(
        Role role,
        String label,
        URI url,
        String model,
        @Nullable String apiKey,
        double weight,
        int maxConcurrent,
        Duration timeout) {

    public static final int DEFAULT_MAX_CONCURRENT = 64;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    public Endpoint {
        url = EndpointUrl.normalise(url.toString());
        require(
                !model.isBlank(),
                role,
                label,
                "model is empty; name the model as its server lists it under " + url + "/models");
        require(
                Double.isFinite(weight) && weight > 0,
                role,
                label,
                "weight " + weight + " is not allowed; give a number above 0");
        require(maxConcurrent >= 1, role, label, "max-concurrent " + maxConcurrent + " is not allowed; give 1 or more");
        require(
                timeout.compareTo(Duration.ZERO) > 0,
                role,
                label,
                "timeout " + timeout + " is not allowed; give e.g. 10m");
        require(isHeaderText(apiKey), role, label, "api-key has characters that cannot be sent; check for line breaks");
    }

    /** An endpoint with the defaults for everything but where and what. */
    public static Endpoint of(Role role, String url, String model) {
        return new Endpoint(
                role, model, EndpointUrl.normalise(url), model, null, 1.0, DEFAULT_MAX_CONCURRENT, DEFAULT_TIMEOUT);
    }

    /** A judge with its weight; see {@link #of}. */
    public static Endpoint judge(String label, String url, String model, double weight) {
        return new Endpoint(
                Role.JUDGE,
                label,
                EndpointUrl.normalise(url),
                model,
                null,
                weight,
                DEFAULT_MAX_CONCURRENT,
                DEFAULT_TIMEOUT);
    }

    /** How messages name it: {@code model server http://host:8000/v1 (judge qwen)}. */
    public String describe() {
        return "model server " + url + " (" + role.word() + " " + label + ")";
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

    private static void require(boolean holds, Role role, String label, String problem) {
        if (!holds) {
            throw new ModelSettingsException(role.word() + " " + label + ": " + problem);
        }
    }
}
