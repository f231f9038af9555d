package dev.grip.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is going to listen, settled before it starts, because an embedded Neo4j is told then which guide to open. Another
 * program may still take the port in between; the server goes elsewhere then, and says so.
 */
public record Place(String host, int port, List<String> notices) {

    public Place {
        notices = List.copyOf(notices);
    }

    /** The wished port, or a free one if that is 0 or taken. */
    public static Place choose(String host, int wished) {
        if (free(host, wished)) {
            return new Place(host, wished == 0 ? anyFree(host, wished) : wished, List.of());
        }
        int other = anyFree(host, wished);
        return new Place(
                host,
                other,
                other == wished
                        ? List.of()
                        : List.of("Port " + wished + " is taken: the API listens on port " + other + " instead"));
    }

    /** Where Neo4j Browser on this machine finds the guide; null when only other names than localhost lead here. */
    public @Nullable URI guide() {
        boolean here = Server.loopback(host) || host.equals("0.0.0.0") || host.equals("::");
        return here ? URI.create("http://localhost:" + port + Site.GUIDE) : null;
    }

    private static boolean free(String host, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The wished one where none can be had: the start says why. */
    private static int anyFree(String host, int wished) {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException unusable) {
            return wished;
        }
    }
}
