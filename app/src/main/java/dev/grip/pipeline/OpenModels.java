package dev.grip.pipeline;

import dev.grip.llm.fleet.Endpoint;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.ModelSettings;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.RehearsalFleet.Seat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models a process works with: the configured servers, or rehearsal servers of its own when no chat model is configured. */
record OpenModels(ModelFleet fleet, PromptLibrary prompts, @Nullable RehearsalFleet own) implements AutoCloseable {

    static OpenModels open(Settings settings) {
        PromptLibrary prompts = PromptLibrary.load(
                settings.prompts().domain(), settings.prompts().folder());
        ModelSettings configured = ModelSettings.read(settings.models());
        if (configured.configured()) {
            requireDistinctJudges(configured);
            return new OpenModels(ModelFleet.connect(configured), prompts, null);
        }
        RehearsalFleet rehearsal = RehearsalFleet.start(Rehearsals.usual(prompts));
        try {
            return new OpenModels(ModelFleet.connect(configured.plus(endpoints(rehearsal))), prompts, rehearsal);
        } catch (RuntimeException e) {
            rehearsal.close();
            throw e;
        }
    }

    /** Votes are kept under the judge's model, so two judges with one model would be one. */
    private static void requireDistinctJudges(ModelSettings configured) {
        Set<String> seen = new HashSet<>();
        for (Endpoint judge : configured.judges()) {
            if (!seen.add(judge.model())) {
                throw new SettingsException("models.judges: two judges have the model '" + judge.model()
                        + "'; votes are told apart by model, so serve each under its own name (vLLM:"
                        + " --served-model-name)");
            }
        }
    }

    private static List<Endpoint> endpoints(RehearsalFleet rehearsal) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, Seat> taken : rehearsal.seats().entrySet()) {
            Seat seat = taken.getValue();
            String url = seat.url().toString();
            if (taken.getKey().startsWith("judge-")) {
                endpoints.add(Endpoint.judge(taken.getKey(), url, seat.model(), 1.0));
            } else {
                Role.singleChat().stream()
                        .filter(role -> role.word().equals(taken.getKey()))
                        .forEach(role -> endpoints.add(Endpoint.of(role, url, seat.model())));
            }
        }
        return endpoints;
    }

    @Override
    public void close() {
        fleet.close();
        if (own != null) {
            own.close();
        }
    }
}
