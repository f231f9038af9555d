package dev.grip.llm.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * HTTP to one server. A post is carried out on the calling thread, so that a call costs one thread and no hand-over; how many
 * are out at once is the caller's business. Thread-safe.
 */
public final class ServerConnection implements AutoCloseable {

    static final long ANSWER_LIMIT = 16L << 20;
    static final long ERROR_LIMIT = 64L << 10;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Below the five seconds after which vLLM closes an idle connection. */
    private static final long KEEP_ALIVE_SECONDS = 3;

    private static final int LOOKS_AT_ONCE = 4;

    private final URI url;
    private final @Nullable String apiKey;
    private final OkHttpClient http;
    private final Flights flights = new Flights();

    /** To the API at {@code url}, which ends in {@code /v1}; {@code mostIdle} connections are kept for reuse. */
    public ServerConnection(URI url, @Nullable String apiKey, int mostIdle) {
        this.url = url;
        this.apiKey = apiKey;
        this.http = client(mostIdle);
    }

    private static OkHttpClient client(int mostIdle) {
        Dispatcher looks = new Dispatcher(daemonThreads());
        looks.setMaxRequestsPerHost(LOOKS_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(looks)
                .connectionPool(new ConnectionPool(mostIdle, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(call -> trace(call.request()))
                .build();
    }

    private static ExecutorService daemonThreads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "grip-model-look");
            thread.setDaemon(true);
            return thread;
        });
    }

    public URI url() {
        return url;
    }

    /** Sends once and waits for the whole answer. */
    public Exchange post(Post post) throws InterruptedException {
        return fly(post, null);
    }

    /** Sends once and hands on the data of each event on this thread; an answer that is no stream comes as a reply. */
    public Exchange stream(Post post, Consumer<String> events) throws InterruptedException {
        return fly(post, events);
    }

    private Exchange fly(Post post, @Nullable Consumer<String> events) throws InterruptedException {
        Request request = request(url + post.path())
                .header("X-Request-Id", headerText(post.requestId()))
                .post(post.body())
                .build();
        Call call = http.newCall(request);
        Flight flight = new Flight(call, post.deadlines(), events != null);
        flights.add(flight);
        try (Response response = call.execute()) {
            return received(response, flight, events);
        } catch (IOException cause) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while a model answers");
            }
            Exchange ended = flight.ended();
            return ended != null ? ended : broken(request, cause);
        } finally {
            flights.remove(flight);
        }
    }

    private Exchange received(Response response, Flight flight, @Nullable Consumer<String> events) throws IOException {
        BufferedSource source = response.body().source();
        if (events != null && response.isSuccessful() && isEventStream(response)) {
            EventStream stream = new EventStream(source, ANSWER_LIMIT, data -> {
                flight.progress();
                events.accept(data);
            });
            return stream.readAll() ? new Exchange.Streamed() : tooLarge();
        }
        long limit = response.isSuccessful() ? ANSWER_LIMIT : ERROR_LIMIT;
        boolean more = source.request(limit + 1);
        if (more && response.isSuccessful()) {
            return tooLarge();
        }
        return new Exchange.Replied(reply(response, more ? source.readByteArray(limit) : source.readByteArray()));
    }

    private static Exchange tooLarge() {
        return new Exchange.TooLarge(ANSWER_LIMIT);
    }

    private static boolean isEventStream(Response response) {
        return response.header("Content-Type", "").startsWith("text/event-stream");
    }

    private static Reply reply(Response response, byte[] body) {
        return new Reply(response.code(), body, response.header("Location", ""), retryAfter(response));
    }

    private static Duration retryAfter(Response response) {
        String value = response.header("Retry-After", "");
        return value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    private Exchange broken(Request request, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        CallTrace trace = trace(request);
        if (!trace.connected()) {
            return new Exchange.Unreached(reason);
        }
        if (trace.stale()) {
            http.connectionPool().evictAll();
            return new Exchange.Stale(reason);
        }
        return new Exchange.Broken(reason);
    }

    /** Gets an absolute address of this server, for questions that are answered quickly; repeats on a stale connection. */
    public Exchange get(String address, Duration timeout) throws InterruptedException {
        Exchange first = getOnce(address, timeout);
        return first instanceof Exchange.Stale ? getOnce(address, timeout) : first;
    }

    private Exchange getOnce(String address, Duration timeout) throws InterruptedException {
        CompletableFuture<Exchange> result = new CompletableFuture<>();
        look(address, timeout, result::complete);
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gets without waiting, once; what comes of it is handed over on another thread. */
    public void look(String address, Duration timeout, Consumer<Exchange> result) {
        Request request = request(address).build();
        Call call = http.newCall(request);
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException cause) {
                result.accept(broken(request, cause));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                result.accept(read(request, response));
            }
        });
    }

    private Exchange read(Request request, Response response) {
        try (response) {
            BufferedSource source = response.body().source();
            if (source.request(ANSWER_LIMIT)) {
                return tooLarge();
            }
            return new Exchange.Replied(reply(response, source.readByteArray()));
        } catch (IOException cause) {
            return broken(request, cause);
        }
    }

    /** Gives up all posts that are under way, which end as {@link Exchange.Stopped}; returns how many. */
    public int stopAll(String reason) {
        return flights.stopAll(reason);
    }

    private Request.Builder request(String address) {
        Request.Builder builder = new Request.Builder().url(address).tag(CallTrace.class, new CallTrace());
        return apiKey == null ? builder : builder.header("Authorization", "Bearer " + apiKey);
    }

    private static CallTrace trace(Request request) {
        CallTrace trace = request.tag(CallTrace.class);
        return trace == null ? new CallTrace() : trace;
    }

    private static String headerText(String value) {
        boolean plain = value.chars().allMatch(c -> c > ' ' && c <= '~');
        return plain ? value : value.replaceAll("[^!-~]", "_");
    }

    /** Gives up what is under way and lets idle connections go. */
    @Override
    public void close() {
        flights.stopAll("the connection is closed");
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        flights.close();
    }
}
