package dev.grip.rehearsal.wire;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.concurrent.atomic.AtomicLong;

/** One request as it came over the wire. */
public final class HttpCall {

    static final String REQUEST_ID = "X-Request-Id";
    private static final AtomicLong UNNAMED = new AtomicLong();

    private final String givenId;
    private final String id;
    private final String method;
    private final QueryStringDecoder uri;
    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean keepAlive;
    private final boolean broken;

    HttpCall(FullHttpRequest request) {
        this.headers = request.headers();
        this.givenId = headers.get(REQUEST_ID, "");
        this.id = givenId.isEmpty() ? "unnamed-" + UNNAMED.incrementAndGet() : givenId;
        this.method = request.method().name();
        this.uri = new QueryStringDecoder(request.uri());
        this.body = ByteBufUtil.getBytes(request.content());
        this.broken = request.decoderResult().isFailure();
        this.keepAlive = !broken && HttpUtil.isKeepAlive(request);
    }

    /** Its {@code X-Request-Id}, empty if it has none. */
    public String givenId() {
        return givenId;
    }

    /** Its {@code X-Request-Id}, or a name that no other request has. */
    public String id() {
        return id;
    }

    public String method() {
        return method;
    }

    public String path() {
        return uri.path();
    }

    /** A parameter of the query, empty if it is not there. */
    public String parameter(String name) {
        var values = uri.parameters().get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    /** A header, empty if it is not there. */
    public String header(String name) {
        return headers.get(name, "");
    }

    /** The bytes themselves, not to be changed. */
    public byte[] body() {
        return body;
    }

    /** Whether it is no HTTP that can be understood. */
    public boolean broken() {
        return broken;
    }

    boolean keepAlive() {
        return keepAlive;
    }
}
