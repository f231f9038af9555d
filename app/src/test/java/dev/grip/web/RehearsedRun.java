package dev.grip.web;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Progress;
import dev.grip.pipeline.Rehearsals;
import dev.grip.pipeline.TestGrip;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.RehearsalFleet.Seat;
import dev.grip.rehearsal.faults.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A small run with simulated models behind servers that want a key, and of which the writer's is too busy at first. */
final class RehearsedRun implements AutoCloseable {

    static final String KEY = "a-key-nobody-may-see";
    static final String WRITER = "rehearsal/Qwen2.5-32B-Instruct";
    private static final String SEEDS =
            """
            {"id": "s1", "problem": "p1", "solution": "s", "knowledge_points": ["Calculating revenue", "Halving"]}
            {"id": "s2", "problem": "p2", "solution": "s", "knowledge_points": ["Halving", "Unit price"]}
            {"id": "s3", "problem": "p3", "solution": "s", "knowledge_points": ["Unit price", "Counting"]}
            {"id": "s4", "problem": "What is 2 + 3?", "solution": "2 + 3 = 5", "answer": "5"}
            """;

    private final RehearsalFleet servers;
    private final Grip grip;

    RehearsedRun(Neo4jExtension neo4j, Path data) {
        servers = RehearsalFleet.start(Rehearsals.usual(PromptLibrary.load()).stream()
                .map(config -> config.withApiKey(KEY))
                .map(RehearsedRun::busyAtFirst)
                .toList());
        grip = TestGrip.open(neo4j, data, settings(servers.seats()));
    }

    private static RehearsalConfig busyAtFirst(RehearsalConfig config) {
        return config.model().equals(WRITER)
                ? config.withFaults(Fault.status(503).onPath("/v1/chat").times(4))
                : config;
    }

    Grip grip() {
        return grip;
    }

    /** Where a role is played. */
    Seat seat(String role) {
        return servers.seats().get(role);
    }

    /** Does everything once. */
    void carryOut() throws InterruptedException {
        grip.importSeeds(new ByteArrayInputStream(SEEDS.getBytes(StandardCharsets.UTF_8)), "four", true);
        grip.extract(Progress.NONE);
        grip.buildGraph();
        var run = grip.launch(RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 3, 1L)));
        var ended = grip.await(run.id(), Progress.NONE);
        if (ended.state() != RunState.DONE || ended.problems() != 3) {
            throw new AssertionError("The run did not end as it should: " + ended);
        }
    }

    private static Map<String, String> settings(Map<String, Seat> seats) {
        var keys = new LinkedHashMap<String, String>();
        seats.forEach((role, seat) -> {
            if (!role.startsWith("judge-") && !role.equals("filter")) {
                keys.put("models." + role + ".url", seat.url().toString());
                keys.put("models." + role + ".model", seat.model());
                keys.put("models." + role + ".api-key", KEY);
            }
        });
        keys.put(
                "models.judges",
                seats.entrySet().stream()
                        .filter(taken -> taken.getKey().startsWith("judge-"))
                        .map(taken -> "{name: %s, url: \"%s\", model: \"%s\", api-key: %s}"
                                .formatted(
                                        taken.getKey(),
                                        taken.getValue().url(),
                                        taken.getValue().model(),
                                        KEY))
                        .collect(Collectors.joining(", ", "[", "]")));
        return keys;
    }

    @Override
    public void close() {
        grip.close();
        servers.close();
    }
}
