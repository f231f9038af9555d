package dev.grip.bench;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.Sampling;
import dev.grip.llm.fleet.Endpoint;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.ModelSettings;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.fleet.ServerStatus;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The client as a run uses it, with all roles at the same servers. */
final class BenchFleet implements AutoCloseable {

    static final String MODEL = "rehearsal/bench";
    private static final int TOKENS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ModelFleet fleet;

    BenchFleet(List<URI> urls, int maxConcurrent) {
        List<Endpoint> endpoints = new ArrayList<>();
        Role.singleChat().forEach(role -> endpoints.add(endpoint(role, urls, maxConcurrent)));
        endpoints.add(endpoint(Role.JUDGE, urls, maxConcurrent));
        fleet = ModelFleet.connect(new ModelSettings(endpoints, Duration.ofMinutes(2)));
    }

    private static Endpoint endpoint(Role role, List<URI> urls, int maxConcurrent) {
        return new Endpoint(role, role.word(), urls, MODEL, null, 1, maxConcurrent, Endpoint.DEFAULT_DEADLINES);
    }

    /** Answers in one piece. */
    ChatModel judge() {
        return fleet.judges().get(0);
    }

    /** Streams its answers. */
    ChatModel generator() {
        return fleet.chat(Role.GENERATOR);
    }

    List<ServerStatus> servers() {
        return fleet.servers();
    }

    /** Waits until so many may be out, under this load. */
    void awaitLimit(int number, ModelLoad load) {
        await(() -> limit() >= number, number + " calls at once are allowed", load);
    }

    /** Waits until so many are out, under this load. */
    void awaitOut(int number, ModelLoad load) {
        await(() -> servers().stream().mapToInt(ServerStatus::out).sum() >= number, number + " calls are out", load);
    }

    private static void await(BooleanSupplier holds, String what, ModelLoad load) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new BenchException("After " + PATIENCE.toSeconds() + " s it is still not so that " + what);
            }
            load.go(Duration.ofMillis(100));
        }
    }

    int limit() {
        return servers().stream().mapToInt(ServerStatus::limit).sum();
    }

    /** Asks, and throws what is not a good answer. */
    static void ask(ChatModel model, String key, String question) {
        Answer answer = model.chat(new ChatRequest(
                key, "bench", key, List.of(ChatMessage.user(question)), new Sampling(0.7, 1, TOKENS), 1, null));
        if (!answer.complete()) {
            throw new BenchException("The model server gave no good answer: " + answer);
        }
    }

    @Override
    public void close() {
        fleet.close();
    }
}
