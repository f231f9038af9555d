package dev.grip.llm.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A real HTTP server on a free loopback port that answers posts with given replies, the last one for ever, and keeps a journal. */
final class FakeModelServer implements AutoCloseable {

    /** One request as it arrived. */
    record Received(String path, String requestId, String authorization, String body) {}

    /** What to answer. */
    record Scripted(int status, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Scripted> script = new ArrayDeque<>();
    private final Map<String, Scripted> shown = new ConcurrentHashMap<>();
    private final List<Received> journal = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile Scripted models = new Scripted(200, models("m", "vllm"), Map.of());
    private volatile Runnable beforeAnswer = () -> {};
    private volatile Function<Received, Scripted> answers = received -> next();

    FakeModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    FakeModelServer answering(int status, String body) {
        return answering(status, body, Map.of());
    }

    FakeModelServer answering(int status, String body, Map<String, String> headers) {
        script.add(new Scripted(status, body, headers));
        return this;
    }

    /** Answers each post by what it asks instead of in turn. */
    FakeModelServer answeringEach(Function<Received, Scripted> answer) {
        answers = answer;
        return this;
    }

    FakeModelServer listing(int status, String body) {
        models = new Scripted(status, body, Map.of());
        return this;
    }

    /** What a GET of this path finds from now on. */
    FakeModelServer showing(String path, int status, String body) {
        shown.put(path, new Scripted(status, body, Map.of()));
        return this;
    }

    /** How often this path was looked at. */
    long looks(String path) {
        return journal.stream().filter(received -> received.path().equals(path)).count();
    }

    FakeModelServer beforeAnswer(Runnable action) {
        beforeAnswer = action;
        return this;
    }

    /** The posts received so far. */
    List<Received> posts() {
        return journal.stream().filter(received -> !received.body().isEmpty()).toList();
    }

    List<String> requestIds() {
        return posts().stream().map(Received::requestId).toList();
    }

    int mostOpen() {
        return mostOpen.get();
    }

    static String models(String id, String owner) {
        return "{\"object\":\"list\",\"data\":[{\"id\":\"" + id + "\",\"owned_by\":\"" + owner
                + "\",\"max_model_len\":4096}]}";
    }

    static String completion(String contentJson, String finish) {
        return "{\"id\":\"x\",\"object\":\"chat.completion\",\"system_fingerprint\":null,"
                + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":" + contentJson
                + ",\"reasoning\":\"hm\"},\"finish_reason\":\"" + finish + "\",\"stop_reason\":null}],"
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}";
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (exchange) {
            Scripted scripted = scripted(exchange, received(exchange));
            scripted.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = scripted.body().getBytes(StandardCharsets.UTF_8);
            open.decrementAndGet();
            exchange.sendResponseHeaders(scripted.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Received received(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            Received received = new Received(
                    exchange.getRequestURI().getPath(),
                    header(exchange, "X-Request-Id"),
                    header(exchange, "Authorization"),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
            journal.add(received);
            return received;
        }
    }

    private Scripted scripted(HttpExchange exchange, Received received) {
        Scripted found = shown.get(received.path());
        if (found != null) {
            return found;
        }
        if (received.path().equals("/v1/models")) {
            return models;
        }
        if (received.path().equals("/version")) {
            return new Scripted(200, "{\"version\":\"0.32.0\"}", Map.of());
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Scripted(404, "{\"detail\":\"Not Found\"}", Map.of());
        }
        beforeAnswer.run();
        return answers.apply(received);
    }

    private Scripted next() {
        synchronized (script) {
            return script.size() > 1 ? script.remove() : script.element();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
