package dev.grip.web;

import dev.grip.llm.fleet.ModelCalls;
import dev.grip.llm.fleet.RoleServers;
import dev.grip.llm.fleet.ServerLoad;
import dev.grip.llm.fleet.ServerStatus;
import dev.grip.pipeline.ModelsAtWork;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The models at work, as JSON. API keys are no part of what it is made from. */
@Schema(description = "The models at work and what was asked of them since the program started")
record ModelStatus(
        @Schema(description = "Whether any model is simulated") boolean rehearsal,
        List<PlayedRole> roles,
        List<AskedModel> calls) {

    /** Shows every part in an answer. */
    static final String EXAMPLE =
            """
            {
              "rehearsal": false,
              "roles": [
                {
                  "role": "judge", "label": "judge-1", "model": "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
                  "weight": 1.0, "rehearsal": false, "waiting": 12,
                  "servers": [
                    {"url": "http://gpu-1:8005/v1", "version": "0.11.0", "maxModelLen": 16384,
                     "state": "ready", "reason": "", "limit": 128, "inFlight": 118,
                     "measured": true, "load": {"running": 112, "waiting": 6, "kvUsage": 0.83}},
                    {"url": "http://gpu-2:8005/v1", "version": "0.11.0", "maxModelLen": 16384,
                     "state": "left-alone", "reason": "cannot connect (Connection refused)", "limit": 64, "inFlight": 0,
                     "measured": true, "load": null}
                  ]
                },
                {"role": "embedding", "label": "bge-small-en-v1.5", "model": "bge-small-en-v1.5",
                 "weight": 1.0, "rehearsal": false, "waiting": 0, "servers": []}
              ],
              "calls": [
                {
                  "role": "judge", "model": "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", "stage": "judging/judge-solution",
                  "calls": 2400, "sent": 2413, "outcomes": {"complete": 2398, "truncated": 2},
                  "repeats": {"overloaded": 9, "server_error": 4},
                  "promptTokens": 1910220, "completionTokens": 301877, "cachedTokens": 1220096,
                  "verdicts": {"asked_again": 21, "line": 2358}, "notAtOnce": 21
                }
              ]
            }
            """;

    @Schema(description = "The model of one role and its servers")
    record PlayedRole(
            @Schema(description = "extractor, generator, rater, solver-small, solver-large, judge or embedding")
                    String role,
            @Schema(description = "The judge's name in the settings; otherwise the model") String label,
            String model,
            @Schema(description = "Of a judge's score") double weight,
            boolean rehearsal,
            @Schema(description = "Calls that wait for room at one of its servers") int waiting,
            @Schema(description = "None for a model inside the program") List<ModelServer> servers) {

        static PlayedRole of(RoleServers role) {
            return new PlayedRole(
                    role.role().word(),
                    role.label(),
                    role.model(),
                    role.weight(),
                    role.rehearsal(),
                    role.waiting(),
                    role.servers().stream().map(ModelServer::of).toList());
        }
    }

    @Schema(
            description =
                    "How one server is doing; servers that play several roles are shown in each with the same figures")
    record ModelServer(
            URI url,
            @Schema(description = "Null if the server does not say") @Nullable String version,
            @Schema(description = "Tokens of prompt and answer together; null if the server does not say") @Nullable
                    Integer maxModelLen,
            @Schema(description = "ready; trying: seems well again; left-alone: has failed; misconfigured")
                    String state,
            @Schema(description = "Why it is not ready; empty when it is") String reason,
            @Schema(description = "Sequences that may be out to it at once, as found so far") int limit,
            @Schema(description = "Sequences that are out to it now") int inFlight,
            @Schema(description = "Whether its metrics can be read") boolean measured,
            @Schema(description = "What its metrics say; null when they were not read in the last 10 s") @Nullable
                    Load load) {

        static ModelServer of(ServerStatus status) {
            var facts = status.facts();
            return new ModelServer(
                    status.url(),
                    facts.version(),
                    facts.maxModelLen(),
                    status.state().word(),
                    status.reason(),
                    status.limit(),
                    status.out(),
                    status.measured(),
                    Load.of(status.load()));
        }
    }

    @Schema(description = "How busy a server says it is, with calls of others too")
    record Load(
            @Schema(description = "Sequences") double running,
            @Schema(description = "Sequences") double waiting,
            @Schema(description = "Share of its KV cache, 0 to 1") double kvUsage) {

        static @Nullable Load of(@Nullable ServerLoad load) {
            return load == null ? null : new Load(load.running(), load.waiting(), load.kvUsage());
        }
    }

    @Schema(description = "What was asked of one model in one role for one stage")
    record AskedModel(
            String role,
            String model,
            @Schema(description = "The prompt's name") String stage,
            @Schema(description = "Calls that have ended") long calls,
            @Schema(description = "Requests that went out for them") long sent,
            @Schema(description = "How calls ended, and how often") Map<String, Long> outcomes,
            @Schema(description = "Why requests were sent again, and how often") Map<String, Long> repeats,
            @Schema(description = "As the servers count") long promptTokens,
            long completionTokens,
            @Schema(description = "Of the prompt's, found in a prefix cache; 0 if the servers do not say")
                    long cachedTokens,
            @Schema(description = "Verdicts by how they were read in answers") Map<String, Long> verdicts,
            @Schema(description = "Verdicts that were not read as the prompt asks, or not at all") long notAtOnce) {

        static AskedModel of(ModelCalls calls) {
            var repeats = new TreeMap<String, Long>();
            calls.repeats().forEach((why, times) -> repeats.put(why.name().toLowerCase(Locale.ROOT), times));
            return new AskedModel(
                    calls.role().word(),
                    calls.model(),
                    calls.stage(),
                    calls.calls(),
                    calls.sent(),
                    new TreeMap<>(calls.outcomes()),
                    repeats,
                    calls.promptTokens(),
                    calls.completionTokens(),
                    calls.cachedTokens(),
                    new TreeMap<>(calls.verdicts()),
                    calls.notAtOnce());
        }
    }

    static ModelStatus of(ModelsAtWork models) {
        return new ModelStatus(
                models.rehearsal(),
                models.roles().stream().map(PlayedRole::of).toList(),
                models.calls().stream().map(AskedModel::of).toList());
    }
}
