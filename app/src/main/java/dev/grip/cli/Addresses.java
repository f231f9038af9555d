package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.web.Server;
import java.util.ArrayList;
import java.util.List;

/** Where a person finds what is running, and how to log in. */
final class Addresses {

    private final Terminal terminal;

    Addresses(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(Grip grip, Server server) {
        var places = grip.places();
        var lines = new ArrayList<String>();
        var browser = places.browser();
        lines.add(browser == null ? address("Neo4j", places.bolt()) : address("Neo4j Browser", browser));
        var password = places.password();
        if (password != null) {
            var file = places.passwordFile();
            lines.add(address("  login", "user " + places.username() + "   password " + password)
                    + (file == null ? "" : terminal.faint("   (also in " + file + ")")));
        }
        lines.add(address("Guide", server.uri() + "/guide/start"));
        lines.add(address("API", server.uri() + "/api/v1"));
        lines.add(address("Swagger UI", server.uri() + "/swagger-ui"));
        lines.add("  " + terminal.faint("Press Ctrl-C to stop."));
        return lines;
    }

    private static String address(String label, Object value) {
        return String.format("  %-15s %s", label, value);
    }
}
