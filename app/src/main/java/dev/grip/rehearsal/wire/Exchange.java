package dev.grip.rehearsal.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request's answer on its connection. Belongs to the connection's event loop: use it there, or through {@link #run}.
 * After its end everything but {@link #ended} does nothing.
 */
// Nobody waits for a write: if it fails, the client is gone and the connection closes.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Exchange implements Outlet {

    /** How an answer ended. */
    public enum End {
        ANSWERED,
        CLIENT_GONE,
        BROKEN_OFF
    }

    /** Hears of the end, once. */
    @FunctionalInterface
    public interface Ending {

        /** The status is 0 if no header was sent. */
        void ended(End how, int status);
    }

    private static final String MARK = "rehearsal";

    private final Connection connection;
    private final Channel channel;
    private final String id;
    private final boolean keepAlive;
    private Ending ending = (how, status) -> {};
    private Runnable stop = () -> {};
    private @Nullable Duration idle;
    private int status;
    private boolean ended;

    Exchange(Connection connection, Channel channel, HttpCall call) {
        this.connection = connection;
        this.channel = channel;
        this.id = call.id();
        this.keepAlive = call.keepAlive();
    }

    /** Who hears of the end. */
    public void onEnd(Ending listener) {
        ending = listener;
    }

    /** What is to be given up when it ends, whatever the reason. */
    public void onStop(Runnable action) {
        stop = action;
    }

    /** Closes the connection when it has been idle for so long after this answer, whatever holds for others. */
    public void closeIdleAfter(Duration wait) {
        idle = wait;
    }

    public boolean ended() {
        return ended;
    }

    /** Does something on the event loop, now if this is it; nothing after the end. */
    public void run(Runnable action) {
        EventLoop loop = channel.eventLoop();
        if (loop.inEventLoop()) {
            runNow(action);
        } else {
            loop.execute(() -> runNow(action));
        }
    }

    /** Does something on the event loop after a while, unless it has ended by then. */
    public void later(Duration wait, Runnable action) {
        channel.eventLoop().schedule(() -> runNow(action), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void runNow(Runnable action) {
        if (!ended) {
            action.run();
        }
    }

    @Override
    public void whole(Response response) {
        if (ended) {
            return;
        }
        status = response.status();
        DefaultFullHttpResponse http = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(response.body()));
        dress(http, response);
        channel.writeAndFlush(http);
        finish();
    }

    /** Status and headers of a response whose body follows in parts. */
    public void head(Response response) {
        if (!ended) {
            status = response.status();
            HttpResponse http = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
            dress(http, response);
            channel.writeAndFlush(http);
        }
    }

    /** Some bytes of a body, or of a stream. */
    public void part(ByteBuf bytes) {
        if (ended) {
            bytes.release();
            return;
        }
        channel.writeAndFlush(new DefaultHttpContent(bytes));
    }

    @Override
    public void open() {
        if (!ended) {
            status = HttpResponseStatus.OK.code();
            HttpResponse http = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            HttpUtil.setTransferEncodingChunked(http, true);
            http.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
            label(http);
            channel.writeAndFlush(http);
        }
    }

    @Override
    public void event(Event event) {
        part(bytes(event));
    }

    /** A comment, which clients skip. */
    public void comment() {
        part(Unpooled.copiedBuffer(": keep-alive\n\n", StandardCharsets.UTF_8));
    }

    static ByteBuf bytes(Event event) {
        return Unpooled.copiedBuffer("data: " + event.data() + "\n\n", StandardCharsets.UTF_8);
    }

    @Override
    public void end() {
        if (!ended) {
            channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            finish();
        }
    }

    /** Does something once all that was written is with the system, whether or not this has ended. */
    public void afterWrites(Runnable action) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> action.run());
    }

    /** Ends the connection by RST after what was written. */
    public void reset() {
        if (!ended) {
            over(End.BROKEN_OFF);
            connection.resetAfterWrites();
        }
    }

    /** Ends the connection by FIN after what was written. */
    public void cut() {
        if (!ended) {
            over(End.BROKEN_OFF);
            connection.closeAfterWrites();
        }
    }

    /** The connection is closed and there was no end. */
    void gone() {
        if (!ended) {
            over(End.CLIENT_GONE);
        }
    }

    private void finish() {
        over(End.ANSWERED);
        connection.answered(keepAlive, idle);
    }

    private void over(End how) {
        ended = true;
        ending.ended(how, status);
        stop.run();
    }

    private void dress(HttpResponse http, Response response) {
        HttpUtil.setContentLength(http, response.body().length);
        if (!response.contentType().isEmpty()) {
            http.headers().set(HttpHeaderNames.CONTENT_TYPE, response.contentType());
        }
        response.headers().forEach(http.headers()::set);
        label(http);
    }

    private void label(HttpResponse http) {
        HttpUtil.setKeepAlive(http, keepAlive);
        http.headers().set(HttpHeaderNames.SERVER, MARK).set(HttpCall.REQUEST_ID, id);
    }
}
