package dev.grip.rehearsal.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: answers its requests one at a time in the order they came, notices when the client goes, and closes when it
 * was idle too long after an answer, as uvicorn does.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final int MOST_PIPELINED = 64;

    private final Service service;
    private final ArrayDeque<HttpCall> pipelined = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Exchange current;
    private @Nullable Future<?> idleClose;

    Connection(Service service) {
        this.service = service;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext reading, FullHttpRequest request) {
        stayOpen();
        HttpCall call = new HttpCall(request);
        if (current == null) {
            begin(reading, call);
        } else if (pipelined.size() < MOST_PIPELINED) {
            pipelined.add(call);
        } else {
            reading.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) throws Exception {
        stayOpen();
        pipelined.clear();
        Exchange open = current;
        current = null;
        if (open != null) {
            open.gone();
        }
        super.channelInactive(closed);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        // A client that went away is no event here; anything else also leaves the connection in an unknown state.
        failed.close();
    }

    /** The current exchange is complete; {@code idle} replaces the service's limit if it is given. */
    void answered(boolean keepAlive, @Nullable Duration idle) {
        current = null;
        ChannelHandlerContext here = open();
        HttpCall next = pipelined.poll();
        if (!keepAlive) {
            closeAfterWrites();
        } else if (next != null) {
            // Not at once: a client that pipelines many requests would go deep into the stack.
            here.executor().execute(() -> begin(here, next));
        } else {
            closeWhenIdle(here, idle);
        }
    }

    void closeAfterWrites() {
        ChannelHandlerContext here = open();
        here.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> here.close());
    }

    void resetAfterWrites() {
        ChannelHandlerContext here = open();
        here.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> {
            resetOnClose(here.channel());
            here.close();
        });
    }

    /** Makes the end of a connection an RST. */
    static void resetOnClose(Channel channel) {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException closed) {
            // It ended by itself meanwhile.
            channel.close();
        }
    }

    private void begin(ChannelHandlerContext here, HttpCall call) {
        if (here.channel().isActive()) {
            Exchange exchange = new Exchange(this, here.channel(), call);
            current = exchange;
            service.answer(call, exchange);
        }
    }

    private void closeWhenIdle(ChannelHandlerContext here, @Nullable Duration idle) {
        Duration wait = idle == null ? service.keepAlive() : idle;
        if (idle != null || !wait.isZero()) {
            idleClose = here.executor().schedule(() -> here.close(), wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void stayOpen() {
        if (idleClose != null) {
            idleClose.cancel(false);
            idleClose = null;
        }
    }

    private ChannelHandlerContext open() {
        ChannelHandlerContext here = context;
        if (here == null) {
            throw new IllegalStateException("The connection is not in a pipeline");
        }
        return here;
    }
}
