package dev.grip.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes calls on to a model server and makes its whole answers huge by a field that nobody needs; streams stay as they are. */
final class PaddingProxy implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI target;
    private final byte[] padding;
    private final int after;
    private final AtomicInteger answers = new AtomicInteger();

    /** {@code target} is an address that ends with {@code /v1}; so many answers are as usual first. */
    PaddingProxy(URI target, int megabytes, int after) throws IOException {
        this.target = target;
        this.after = after;
        this.padding = new byte[megabytes << 20];
        Arrays.fill(padding, (byte) 'x');
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = answer(exchange);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] body = answer.body();
            boolean whole = exchange.getRequestMethod().equals("POST") && type.contains("json");
            boolean pad = whole && answers.incrementAndGet() > after;
            byte[] begin = pad ? "{\"padding\":\"".getBytes(StandardCharsets.UTF_8) : new byte[0];
            byte[] middle = pad ? "\",".getBytes(StandardCharsets.UTF_8) : new byte[0];
            int from = pad ? 1 : 0;
            int size = begin.length + (pad ? padding.length : 0) + middle.length + body.length - from;
            exchange.sendResponseHeaders(answer.statusCode(), size == 0 ? -1 : size);
            OutputStream out = exchange.getResponseBody();
            out.write(begin);
            if (pad) {
                out.write(padding);
            }
            out.write(middle);
            out.write(body, from, body.length - from);
        }
    }

    private HttpResponse<byte[]> answer(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("X-Request-Id")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
