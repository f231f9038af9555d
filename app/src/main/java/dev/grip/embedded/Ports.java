package dev.grip.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The two loopback ports of a server, and what to tell people when they are not the ones asked for. */
record Ports(int bolt, int http, List<String> notices) {

    private static final int TRIES = 100;

    static Ports choose(int wishedBolt, int wishedHttp) {
        var notices = new ArrayList<String>();
        int bolt = choose("Bolt", wishedBolt, -1, notices);
        int http = choose("Neo4j Browser", wishedHttp, bolt, notices);
        return new Ports(bolt, http, List.copyOf(notices));
    }

    private static int choose(String name, int wished, int used, List<String> notices) {
        if (wished == 0) {
            return anyFreeBut(used);
        }
        for (int port = wished; port < Math.min(wished + TRIES, 65536); port++) {
            if (port != used && free(port)) {
                if (port != wished) {
                    notices.add("Port " + wished + " is taken: " + name + " is on port " + port + " instead.");
                }
                return port;
            }
        }
        throw new EmbeddedNeo4jException("No free port for " + name + " from " + wished + " to "
                + (wished + TRIES - 1) + ": free one, or wish for another with GRIP_NEO4J_BOLT_PORT or"
                + " GRIP_NEO4J_HTTP_PORT.");
    }

    private static int anyFreeBut(int used) {
        int port = anyFree();
        while (port == used) {
            port = anyFree();
        }
        return port;
    }

    private static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("No free loopback port: " + e.getMessage(), e);
        }
    }

    /** Some systems let one address of a wildcard listener's port be bound again, so a free port must also not answer. */
    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound() && !answers(port, socket);
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean answers(int port, ServerSocket own) throws IOException {
        own.close();
        try (var client = new Socket()) {
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
