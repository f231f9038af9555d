package dev.grip.rehearsal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** One simulated model on one loopback port, speaking vLLM's wire format. No thread per request. */
public final class RehearsalServer implements AutoCloseable {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final int BACKLOG = 4096;

    private final RehearsalConfig config;
    private final Journal journal = new Journal();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;
    private final Runnable afterwards;

    private RehearsalServer(RehearsalConfig config, EventLoopGroup loops, Runnable afterwards) {
        this.config = config;
        this.afterwards = afterwards;
        this.listener = listen(loops);
    }

    /** Starts with event loops of its own; they end with it. */
    public static RehearsalServer start(RehearsalConfig config) {
        EventLoopGroup loops = newLoops();
        try {
            return new RehearsalServer(config, loops, () -> end(loops));
        } catch (RuntimeException e) {
            end(loops);
            throw e;
        }
    }

    /** Starts on loops that others use as well. */
    static RehearsalServer start(RehearsalConfig config, EventLoopGroup loops) {
        return new RehearsalServer(config, loops, () -> {});
    }

    static EventLoopGroup newLoops() {
        return new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("rehearsal", true), NioIoHandler.newFactory());
    }

    static void end(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}; endpoints start with {@code /v1} below it. */
    public URI url() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + address.getPort());
    }

    /** The name it serves its model under. */
    public String model() {
        return config.model();
    }

    /** What it received so far. */
    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        afterwards.run();
    }

    private Channel listen(EventLoopGroup loops) {
        Routes routes = new Routes(config);
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                .addLast(new RequestHandler(routes, journal));
                    }
                });
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port());
        var bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "Cannot listen on " + address + " for " + config.model()
                            + "; choose another port, or 0 for a free one",
                    bound.cause());
        }
        return bound.channel();
    }
}
