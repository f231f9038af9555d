package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** HTTP to one model server: sends each request exactly once and gives trouble back as a value. Thread-safe. */
final class EndpointClient implements AutoCloseable {

    static final long ANSWER_LIMIT = 16L << 20;
    static final long ERROR_LIMIT = 64L << 10;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Below the five seconds after which vLLM closes an idle connection. */
    private static final long KEEP_ALIVE_SECONDS = 3;
    /** Calls are bounded by permits; a look at the server must not queue behind long generations. */
    private static final int SPARE_FOR_PROBES = 4;

    private final Endpoint endpoint;
    private final OkHttpClient http;

    EndpointClient(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.http = client(endpoint);
    }

    private static OkHttpClient client(Endpoint endpoint) {
        Dispatcher dispatcher = new Dispatcher(daemonThreads());
        dispatcher.setMaxRequests(endpoint.maxConcurrent() + SPARE_FOR_PROBES);
        dispatcher.setMaxRequestsPerHost(endpoint.maxConcurrent() + SPARE_FOR_PROBES);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(endpoint.maxConcurrent(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .callTimeout(endpoint.timeout())
                .eventListenerFactory(call -> trace(call.request()))
                .build();
    }

    private static ExecutorService daemonThreads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "grip-model-call");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Posts to {@code path} below the endpoint's url, for example {@code /chat/completions}. */
    Attempt<Reply> post(String path, byte[] json, String requestId) throws InterruptedException {
        Request.Builder request = request(endpoint.url() + path)
                .header("X-Request-Id", headerText(requestId))
                .post(new JsonBody(json));
        return exchange(http.newCall(request.build()));
    }

    /** Gets an absolute address of this server, for questions that are answered quickly; repeats on a stale connection. */
    Attempt<Reply> get(String url, Duration timeout) throws InterruptedException {
        Attempt<Reply> first = exchange(quick(url, timeout));
        boolean stale = first.trouble() != null && first.trouble().retry() == Trouble.Retry.AT_ONCE;
        return stale ? exchange(quick(url, timeout)) : first;
    }

    private Call quick(String url, Duration timeout) {
        Call call = http.newCall(request(url).build());
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return call;
    }

    private Request.Builder request(String url) {
        Request.Builder builder = new Request.Builder().url(url).tag(CallTrace.class, new CallTrace());
        return endpoint.apiKey() == null ? builder : builder.header("Authorization", "Bearer " + endpoint.apiKey());
    }

    private static CallTrace trace(Request request) {
        CallTrace trace = request.tag(CallTrace.class);
        return trace == null ? new CallTrace() : trace;
    }

    private static String headerText(String value) {
        return value.replaceAll("[^!-~]", "_");
    }

    // Enqueued rather than executed, so that an interrupt of the caller ends the call at once: a blocking read would
    // not
    // notice, and the server would go on generating.
    private Attempt<Reply> exchange(Call call) throws InterruptedException {
        CompletableFuture<Attempt<Reply>> result = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException cause) {
                result.complete(Attempt.failed(trouble(failed, cause)));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                result.completeAsync(() -> received(answered, response), Runnable::run);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Attempt<Reply> received(Call call, Response response) {
        try (response) {
            boolean answer = response.isSuccessful();
            BufferedSource source = response.body().source();
            long limit = answer ? ANSWER_LIMIT : ERROR_LIMIT;
            if (source.request(limit + 1) && answer) {
                return Attempt.failed(Trouble.of(
                        FailureCategory.MALFORMED,
                        Trouble.Retry.NEVER,
                        "its answer is larger than " + (ANSWER_LIMIT >> 20) + " MB",
                        "lower max_tokens, or check that the url is a model server"));
            }
            String body = source.getBuffer()
                    .readUtf8(Math.min(limit, source.getBuffer().size()));
            return Attempt.done(
                    new Reply(response.code(), body, response.header("Location", ""), retryAfter(response)));
        } catch (IOException e) {
            return Attempt.failed(trouble(call, e));
        }
    }

    private static Duration retryAfter(Response response) {
        String value = response.header("Retry-After", "");
        return value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
    }

    private Trouble trouble(Call call, IOException cause) {
        CallTrace trace = trace(call.request());
        if (!trace.connected()) {
            return Trouble.of(
                    FailureCategory.UNREACHABLE,
                    Trouble.Retry.BACKOFF,
                    "cannot connect (" + reason(cause) + ")",
                    "start it, or correct url of " + endpoint.key());
        }
        if (cause instanceof InterruptedIOException) {
            return Trouble.of(
                    FailureCategory.TIMEOUT,
                    Trouble.Retry.ONE_MORE,
                    "no answer within " + call.timeout().timeoutNanos() / 1_000_000_000.0 + " s",
                    "raise timeout of " + endpoint.key()
                            + ", or lower max-concurrent so that calls queue here and not there");
        }
        if (trace.stale()) {
            http.connectionPool().evictAll();
        }
        return Trouble.of(
                FailureCategory.SERVER_ERROR,
                trace.stale() ? Trouble.Retry.AT_ONCE : Trouble.Retry.BACKOFF,
                "the connection broke off (" + reason(cause) + ")",
                "look into the server's log");
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Cancels the calls in flight and lets idle connections go. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }
}
