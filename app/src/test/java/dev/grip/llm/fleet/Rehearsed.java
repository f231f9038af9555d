package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.Sampling;
import dev.grip.llm.http.Deadlines;
import dev.grip.rehearsal.Journal.ReceivedRequest;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalServer;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.faults.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A fleet of quick patience before rehearsal servers of one model, and what tests ask it. */
final class Rehearsed implements AutoCloseable {

    static final String MODEL = "rehearsal/tested";
    static final Deadlines DEADLINES =
            new Deadlines(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final RetryPolicy RETRIES =
            new RetryPolicy(4, Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(60));
    private static final LoadWatch.Rhythm RHYTHM =
            new LoadWatch.Rhythm(Duration.ofMillis(25), Duration.ofSeconds(5), Duration.ofMillis(800));
    static final FleetPolicy POLICY = new FleetPolicy(RETRIES, RHYTHM, Tempo.SYSTEM);
    private static final int LONG = 600;
    private static final int SHORT = 64;

    private final List<RehearsalServer> servers;
    private final FleetConnection fleet;

    private Rehearsed(List<RehearsalServer> servers, FleetPolicy policy) {
        this.servers = servers;
        this.fleet = new FleetConnection(policy);
    }

    /** One server that answers "fine" and meets these faults. */
    static Rehearsed with(Fault... faults) {
        return with(config -> config.withFaults(faults));
    }

    static Rehearsed with(UnaryOperator<RehearsalConfig> change) {
        return replicas(1, change);
    }

    static Rehearsed replicas(int number, UnaryOperator<RehearsalConfig> change) {
        RehearsalConfig usual = RehearsalConfig.of(MODEL, Personality.FLAWLESS, conversation -> "fine");
        return new Rehearsed(
                Stream.generate(() -> RehearsalServer.start(change.apply(usual)))
                        .limit(number)
                        .toList(),
                POLICY);
    }

    RehearsalServer server() {
        return servers.get(0);
    }

    RehearsalServer server(int index) {
        return servers.get(index);
    }

    FleetConnection fleet() {
        return fleet;
    }

    /** A role that writes long texts, and so streams them. */
    ChatModel writer() {
        return model(Role.GENERATOR, DEADLINES);
    }

    /** A role that answers in one piece. */
    ChatModel judge() {
        return model(Role.JUDGE, DEADLINES);
    }

    ChatModel model(Role role, Deadlines deadlines) {
        return model(role, MODEL, deadlines);
    }

    ChatModel model(Role role, String name, Deadlines deadlines) {
        List<URI> urls = servers.stream().map(RehearsalServer::url).toList();
        ChatModel model = fleet.chatModel(new Endpoint(role, role.word(), urls, name, null, 1, 64, deadlines));
        fleet.begin();
        return model;
    }

    static ChatRequest request(String key) {
        return request(key, "stage");
    }

    static ChatRequest request(String key, String stage) {
        return new ChatRequest(
                key, stage, key, List.of(ChatMessage.user("Say " + key)), new Sampling(0, 1, LONG), 1, null);
    }

    static ChatRequest shortRequest(String key) {
        ChatRequest usual = request(key);
        return new ChatRequest(key, "stage", key, usual.messages(), new Sampling(0, 1, SHORT), 1, null);
    }

    /** Asks many at the same time; the answers in the order of their keys {@code item0}, {@code item1} and so on. */
    static List<Answer> askAll(ChatModel model, int number) {
        List<CompletableFuture<Answer>> open = IntStream.range(0, number)
                .mapToObj(i -> ask(model, request("item" + i)))
                .toList();
        return open.stream().map(CompletableFuture::join).toList();
    }

    static CompletableFuture<Answer> ask(ChatModel model, ChatRequest request) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                answer.complete(model.chat(request));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        caller.setDaemon(true);
        caller.start();
        return answer;
    }

    /** The posts that servers received for a key, in order. */
    List<ReceivedRequest> sent(String key) {
        return servers.stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request ->
                        request.method().equals("POST") && request.id().startsWith(key + "-"))
                .sorted(java.util.Comparator.comparing(ReceivedRequest::arrived))
                .toList();
    }

    /** How often each try of a call was received, by all servers together. */
    List<String> ids(String key) {
        return sent(key).stream().map(ReceivedRequest::id).toList();
    }

    /** Waits for something that is to come true; the bound only guards against hanging. */
    static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It did not come true within 60 s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void close() {
        fleet.close();
        servers.forEach(RehearsalServer::close);
    }
}
