package dev.grip.llm.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at one model server found. {@code version} and {@code maxModelLen} are null where the server does not say;
 * {@code load} is how busy it is, null without readable metrics; {@code constraints} is what it was seen to enforce;
 * {@code problem} says what is wrong and what to do, and is empty when the configured model can be used.
 */
public record EndpointReport(
        Role role,
        String label,
        URI url,
        String model,
        boolean reachable,
        @Nullable String version,
        List<String> servedModels,
        @Nullable Integer maxModelLen,
        @Nullable ServerLoad load,
        ConstraintMode constraints,
        boolean rehearsal,
        String problem) {

    public EndpointReport {
        servedModels = List.copyOf(servedModels);
    }

    /** Whether the server lists the configured model. */
    public boolean modelServed() {
        return servedModels.contains(model);
    }

    @JsonProperty("ready")
    public boolean ready() {
        return problem.isEmpty();
    }

    EndpointReport with(ConstraintMode seen) {
        return new EndpointReport(
                role, label, url, model, reachable, version, servedModels, maxModelLen, load, seen, rehearsal, problem);
    }
}
