package dev.grip.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is going to listen, settled before it starts, because an embedded Neo4j is told then which guide to open. The port
 * is kept from other programs until {@link #leave}, which the server does a moment before it takes it.
 */
public final class Place implements AutoCloseable {

    private final String host;
    private final int port;
    private final List<String> notices;
    private final @Nullable ServerSocket kept;

    private Place(String host, int port, List<String> notices, @Nullable ServerSocket kept) {
        this.host = host;
        this.port = port;
        this.notices = notices;
        this.kept = kept;
    }

    /** The wished port, or a free one if that is 0 or taken. Where none can be had, the server's start says why. */
    public static Place choose(String host, int wished) {
        var kept = keep(host, wished);
        if (kept != null) {
            return new Place(host, kept.getLocalPort(), List.of(), kept);
        }
        var other = keep(host, 0);
        return other == null
                ? new Place(host, wished, List.of(), null)
                : new Place(
                        host,
                        other.getLocalPort(),
                        List.of("Port " + wished + " is taken: the API listens on port " + other.getLocalPort()
                                + " instead"),
                        other);
    }

    private static @Nullable ServerSocket keep(String host, int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getByName(host));
        } catch (IOException taken) {
            return null;
        }
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    List<String> notices() {
        return notices;
    }

    /** Where Neo4j Browser on this machine finds the guide; null when only other names than localhost lead here. */
    public @Nullable URI guide() {
        return guide(port);
    }

    /** What to say when the server had to go to another port after all, and Neo4j Browser knows only this one. */
    List<String> missed(int actual) {
        var guide = guide(actual);
        return actual == port || guide == null
                ? List.of()
                : List.of(
                        "Neo4j Browser looks for its guide at the other port: there, enter :guide " + guide + "/start");
    }

    private @Nullable URI guide(int at) {
        boolean here = Server.loopback(host) || host.equals("0.0.0.0") || host.equals("::");
        return here ? URI.create("http://localhost:" + at + Site.GUIDE) : null;
    }

    /** Lets go of the port. */
    void leave() {
        try {
            if (kept != null) {
                kept.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        leave();
    }
}
