package dev.grip.rehearsal;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** One connection: writes every request into the journal, and every reply back as HTTP. */
// Nobody waits for a write: if it fails, the client is gone and the connection closes.
@SuppressWarnings("FutureReturnValueIgnored")
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final AtomicLong UNNAMED = new AtomicLong();

    private final Routes routes;
    private final Journal journal;

    RequestHandler(Routes routes, Journal journal) {
        this.routes = routes;
        this.journal = journal;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        String path = new QueryStringDecoder(request.uri()).path();
        String given = request.headers().get(REQUEST_ID, "");
        journal.add(new Journal.ReceivedRequest(given, request.method().name(), path));
        String id = given.isEmpty() ? "unnamed-" + UNNAMED.incrementAndGet() : given;
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        if (request.decoderResult().isFailure()) {
            write(
                    context,
                    id,
                    false,
                    WireException.of(HttpResponseStatus.BAD_REQUEST).reply());
            return;
        }
        write(context, id, keepAlive, routes.answer(asked(request, id, path)));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A client that went away is no event here; anything else also leaves the connection in an unknown state.
        context.close();
    }

    private static Routes.Request asked(FullHttpRequest request, String id, String path) {
        String contentType = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return new Routes.Request(
                id, request.method(), path, contentType, request.content().toString(StandardCharsets.UTF_8));
    }

    private static void write(ChannelHandlerContext context, String id, boolean keepAlive, Reply reply) {
        if (reply instanceof Reply.Whole whole) {
            writeWhole(context, id, keepAlive, whole);
        } else if (reply instanceof Reply.Events events) {
            writeEvents(context, id, keepAlive, events);
        }
        if (!keepAlive) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> context.close());
        }
    }

    private static void writeWhole(ChannelHandlerContext context, String id, boolean keepAlive, Reply.Whole whole) {
        byte[] body = whole.body().getBytes(StandardCharsets.UTF_8);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, whole.status(), Unpooled.wrappedBuffer(body));
        HttpUtil.setContentLength(response, body.length);
        if (body.length > 0) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        }
        context.writeAndFlush(labelled(response, id, keepAlive));
    }

    private static void writeEvents(ChannelHandlerContext context, String id, boolean keepAlive, Reply.Events events) {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        HttpUtil.setTransferEncodingChunked(response, true);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        context.write(labelled(response, id, keepAlive));
        for (String data : events.data()) {
            byte[] event = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
            context.write(new DefaultHttpContent(Unpooled.wrappedBuffer(event)));
        }
        context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static HttpResponse labelled(HttpResponse response, String id, boolean keepAlive) {
        HttpUtil.setKeepAlive(response, keepAlive);
        response.headers().set(HttpHeaderNames.SERVER, ChatCompletions.MARK).set(REQUEST_ID, id);
        return response;
    }
}
