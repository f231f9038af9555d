package dev.grip.web;

import dev.grip.pipeline.Grip;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The running HTTP server; it serves one {@link Grip}, which it does not close. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "GRIP",
                        version = "v1",
                        description =
                                """
                                Turns solved problems into many new, checked ones. The usual order: POST seeds, POST extractions, \
                                POST graph/build, POST runs, POST exports.

                                Every response says in `X-Grip-Rehearsal` whether simulated models answer. Errors are \
                                `application/problem+json` (RFC 9457).\
                                """,
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")))
public final class Server implements AutoCloseable {

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final List<String> notices;

    private Server(ApplicationContext context, EmbeddedServer server, List<String> notices) {
        this.context = context;
        this.server = server;
        this.notices = notices;
    }

    /** Starts serving on {@code host}; when {@code port} is taken, on a free one, which {@link #notices()} then says. */
    public static Server start(Grip grip, String host, int port) {
        return start(host, port, grip, Site.of(grip, loopback(host)));
    }

    /** Starts serving where {@link Place#choose} found room. */
    public static Server start(Grip grip, Place place) {
        return start(place, grip, Site.of(grip, loopback(place.host())));
    }

    static Server start(Place place, Object... singletons) {
        place.leave();
        var server = start(place.host(), place.port(), singletons);
        var notices = new ArrayList<>(place.notices());
        notices.addAll(place.missed(server.uri().getPort()));
        return server.noticing(notices);
    }

    static Server start(String host, int port, Object... singletons) {
        if (port == 0) {
            return listen(host, -1, singletons);
        }
        try {
            return listen(host, port, singletons);
        } catch (ServerStartupException failure) {
            if (!taken(failure)) {
                throw new IllegalArgumentException(
                        "The API cannot listen on " + host + ", port " + port + " (" + deepest(failure)
                                + "): choose another --host or --port",
                        failure);
            }
            var server = listen(host, -1, singletons);
            return server.noticing(List.of("Port " + port + " is taken: the API listens on port "
                    + server.uri().getPort() + " instead"));
        }
    }

    private static Server listen(String host, int port, Object... singletons) {
        var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(properties(host, port, singletons))
                .singletons(singletons)
                .start();
        try {
            var server = context.getBean(EmbeddedServer.class);
            server.start();
            return new Server(context, server, exposure(host, server.getPort(), access(singletons)));
        } catch (RuntimeException failure) {
            context.close();
            throw failure;
        }
    }

    /** Who may use the API although nobody let them in; nothing on this machine alone. */
    private static List<String> exposure(String host, int port, Access access) {
        return loopback(host) || access.token() != null
                ? List.of()
                : List.of("Anyone who can reach port " + port + " of this machine may use the API: it listens on "
                        + host + " without a token. Set api.token (GRIP_API_TOKEN), or listen on 127.0.0.1");
    }

    private static Access access(Object... singletons) {
        return Arrays.stream(singletons)
                .filter(Site.class::isInstance)
                .map(site -> ((Site) site).access())
                .findFirst()
                .orElse(Access.OPEN);
    }

    private static Map<String, Object> properties(String host, int port, Object... singletons) {
        var properties = new HashMap<String, Object>(access(singletons).properties());
        properties.put("micronaut.server.host", host);
        properties.put("micronaut.server.port", port);
        return properties;
    }

    private static Throwable deepest(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }

    private static boolean taken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private Server noticing(List<String> further) {
        var all = new ArrayList<>(further);
        all.addAll(notices);
        return new Server(context, server, List.copyOf(all));
    }

    static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The address a person on this machine opens, without a path. */
    public URI uri() {
        var host = server.getHost();
        var local = loopback(host) || host.equals("0.0.0.0") || host.equals("::");
        return URI.create("http://" + (local ? "localhost" : host) + ":" + server.getPort());
    }

    /** Sentences about what a person may not expect, such as another port, or that strangers are let in. */
    public List<String> notices() {
        return notices;
    }

    @Override
    public void close() {
        context.close();
    }
}
