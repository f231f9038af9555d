package dev.grip.rehearsal.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A port on loopback and the connections that came through it. It may stop to listen and begin again. Thread-safe. */
public final class Listener {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final int BACKLOG = 4096;
    private static final int WRITES_A_FLUSH = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ServerBootstrap bootstrap;
    private final Service service;
    private InetSocketAddress address;
    private @Nullable Channel channel;
    private ChannelGroup connections = group();

    /** Listens at once; 0 is a free port. */
    public Listener(int port, EventLoopGroup loops, Service service) {
        this.bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true);
        this.service = service;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.address = bind();
    }

    /** Where it listens, or did. */
    public synchronized InetSocketAddress address() {
        return address;
    }

    /** Listens again at the same address if it does not. */
    public synchronized void listen() {
        if (channel == null) {
            bindAgain();
        }
    }

    /** The system gives the address free only when the event loop has looked at its sockets once more. */
    private void bindAgain() {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (channel == null) {
            try {
                bind();
            } catch (IllegalStateException taken) {
                if (!(taken.getCause() instanceof BindException) || System.nanoTime() > patience) {
                    throw taken;
                }
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
    }

    /** Refuses new connections from now on; those that are open stay. */
    public synchronized void refuse() {
        if (channel != null) {
            channel.close().syncUninterruptibly();
            channel = null;
        }
    }

    /** Refuses new connections and resets all that are open; waits until it is done, so not on an event loop. */
    public synchronized void kill() {
        refuse();
        connections.forEach(Connection::resetOnClose);
        closeConnections();
    }

    /** Ends in order; waits until it is done, so not on an event loop. */
    public synchronized void close() {
        refuse();
        closeConnections();
    }

    private void closeConnections() {
        connections.close().awaitUninterruptibly();
        connections = group();
    }

    /** Closes what joins it after it was closed itself. */
    private static ChannelGroup group() {
        return new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    }

    private InetSocketAddress bind() {
        var bound = bootstrap
                .clone()
                .childHandler(new NewConnection(connections))
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "Cannot listen on " + address + "; choose another port, or 0 for a free one", bound.cause());
        }
        channel = bound.channel();
        return (InetSocketAddress) bound.channel().localAddress();
    }

    private final class NewConnection extends ChannelInitializer<Channel> {

        private final ChannelGroup all;

        private NewConnection(ChannelGroup all) {
            this.all = all;
        }

        @Override
        protected void initChannel(Channel connection) {
            all.add(connection);
            service.connected(all.size());
            connection
                    .pipeline()
                    .addLast(new FlushConsolidationHandler(WRITES_A_FLUSH, true))
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(LARGEST_BODY))
                    .addLast(new Connection(service));
        }
    }
}
