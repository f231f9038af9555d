package dev.grip.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code neo4j.conf} of one start: loopback only, authentication on, everything it writes inside the data folder. */
record ServerConfiguration(Map<String, String> lines) {

    static ServerConfiguration of(EmbeddedSettings settings, Neo4jHome home, DataFolder data, Ports ports) {
        var lines = new LinkedHashMap<String, String>();
        directories(lines, home, data);
        network(lines, ports);
        behaviour(lines, settings);
        lines.putAll(settings.configuration());
        return new ServerConfiguration(lines);
    }

    private static void directories(Map<String, String> lines, Neo4jHome home, DataFolder data) {
        lines.put("server.directories.data", portable(data.root().resolve("data")));
        lines.put("server.directories.logs", portable(data.logs()));
        lines.put("server.directories.run", portable(data.root().resolve("run")));
        lines.put("server.directories.import", portable(data.root().resolve("import")));
        lines.put("server.directories.plugins", portable(home.plugins()));
    }

    private static void network(Map<String, String> lines, Ports ports) {
        lines.put("server.default_listen_address", "127.0.0.1");
        lines.put("server.default_advertised_address", "localhost");
        lines.put("server.bolt.listen_address", "127.0.0.1:" + ports.bolt());
        lines.put("server.bolt.advertised_address", "localhost:" + ports.bolt());
        lines.put("server.http.listen_address", "127.0.0.1:" + ports.http());
        lines.put("server.http.advertised_address", "localhost:" + ports.http());
        lines.put("server.https.enabled", "false");
        // Neo4j's HTTP API allows every origin: without a password any web page could run Cypher here.
        lines.put("dbms.security.auth_enabled", "true");
    }

    private static void behaviour(Map<String, String> lines, EmbeddedSettings settings) {
        lines.put("dbms.security.procedures.unrestricted", "apoc.*,gds.*,kprg.*");
        lines.put("dbms.usage_report.enabled", "false");
        lines.put("client.allow_telemetry", "false");
        lines.put("browser.remote_content_hostname_whitelist", "localhost");
        lines.put("server.memory.pagecache.size", settings.pageCache());
        lines.put("db.tx_log.preallocate", "false");
        lines.put("db.tx_log.rotation.size", "64m");
        lines.put("db.tx_log.rotation.retention_policy", "2 files");
        lines.put("db.logs.query.enabled", "OFF");
    }

    String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n", "# Written at every start; changes here are lost.\n", "\n"));
    }

    private static String portable(Path path) {
        return path.toString().replace('\\', '/');
    }
}
