package dev.grip.embedded;

import java.net.URI;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One start: attach when somebody already serves the data folder, otherwise launch and wait. */
final class EmbeddedStart {

    private static final int NEWEST_SUPPORTED_JAVA = 21;
    /** A running server that is asked once and a starting one that is asked again and again: the first must not be given up early. */
    private static final Duration PATIENCE_WITH_THE_RUNNING = Duration.ofSeconds(30);

    private static final Duration PATIENCE_WITH_THE_STARTING = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    private final EmbeddedSettings settings;
    private final Supplier<Ports> ports;

    EmbeddedStart(EmbeddedSettings settings) {
        this(settings, () -> Ports.choose(settings.boltPort(), settings.httpPort()));
    }

    /** {@code ports} are chosen anew for each attempt. */
    EmbeddedStart(EmbeddedSettings settings, Supplier<Ports> ports) {
        this.settings = settings;
        this.ports = ports;
    }

    static URI bolt(int port) {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    EmbeddedNeo4j run() {
        var data = DataFolder.open(settings.dataDirectory());
        FileChannel alone = FileLocks.acquire(data.startLock(), settings.startTimeout(), busy(data));
        try {
            EmbeddedNeo4j running = attach(data);
            return running != null ? running : launch(data);
        } finally {
            FileLocks.release(alone);
        }
    }

    private static @Nullable EmbeddedNeo4j attach(DataFolder data) {
        Optional<RunningServer> found = RunningServer.read(data).filter(RunningServer::hasOwner);
        if (found.isEmpty()) {
            return null;
        }
        RunningServer server = found.get();
        var password = Password.of(data);
        try (var probe = new Probe(bolt(server.boltPort()).toString(), password, PATIENCE_WITH_THE_RUNNING)) {
            if (probe.ask() != Probe.Reply.READY) {
                return null;
            }
        }
        var notice = "Using the Neo4j that process " + server.ownerPid() + " runs on port " + server.boltPort()
                + "; it stops with that process.";
        return new EmbeddedNeo4j(data, password, server, List.of(notice), null);
    }

    private EmbeddedNeo4j launch(DataFolder data) {
        var home = Neo4jHome.find(settings.home());
        FileLocks.awaitFree(data.storeLock(), settings.startTimeout(), inUse(data));
        var password = Password.of(data);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var chosen = ports.get();
            data.writePrivately(
                    data.configuration().resolve("neo4j.conf"),
                    ServerConfiguration.of(settings, home, data, chosen).text());
            InitialPassword.set(home, data);
            data.forgetLog();
            Keeper.Launched launched = launched(data, home, chosen, password);
            if (launched != null) {
                Probe probe = new Probe(bolt(chosen.bolt()).toString(), password, PATIENCE_WITH_THE_RUNNING);
                Keeper keeper = new Keeper(launched, () -> again(data, home, chosen, password), probe, data);
                return new EmbeddedNeo4j(data, password, launched.server(), notices(chosen), keeper);
            }
        }
        throw new EmbeddedNeo4jException("Other programs took Neo4j's ports " + ATTEMPTS
                + " times while it was starting: start again, or stop what takes them. Its log is " + data.log() + ".");
    }

    /** Starts it once more where it was, for those who are connected to it. */
    private Keeper.Launched again(DataFolder data, Neo4jHome home, Ports ports, Password password) {
        FileChannel alone = FileLocks.acquire(data.startLock(), settings.startTimeout(), busy(data));
        try {
            FileLocks.awaitFree(data.storeLock(), settings.startTimeout(), inUse(data));
            data.forgetLog();
            Keeper.Launched launched = launched(data, home, ports, password);
            if (launched == null) {
                throw new EmbeddedNeo4jException("Port " + ports.bolt() + " or " + ports.http()
                        + " is taken by another program: stop that, or start grip again for other ports.");
            }
            return launched;
        } finally {
            FileLocks.release(alone);
        }
    }

    /** Null when another process took one of the ports between the choice and the start. */
    private Keeper.@Nullable Launched launched(DataFolder data, Neo4jHome home, Ports ports, Password password) {
        var process = ServerProcess.launch(home, data, settings);
        var server = new RunningServer(process.pid(), ProcessHandle.current().pid(), ports.bolt(), ports.http());
        try (var probe = new Probe(bolt(ports.bolt()).toString(), password, PATIENCE_WITH_THE_STARTING)) {
            if (Readiness.await(process, probe, settings.startTimeout(), data) == Readiness.Outcome.PORT_TAKEN) {
                return null;
            }
            server.write(data);
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
        return new Keeper.Launched(process, server);
    }

    private String busy(DataFolder data) {
        return "Another process has been starting Neo4j in " + data.root() + " for more than "
                + settings.startTimeout().toSeconds() + " s: stop it, or choose another data folder.";
    }

    private static String inUse(DataFolder data) {
        return "The store in " + data.root() + " is in use by another process" + suspect(data)
                + ": stop it, or choose another data folder with --data or GRIP_DATA.";
    }

    private static String suspect(DataFolder data) {
        return RunningServer.read(data)
                .filter(server -> RunningServer.alive(server.pid()))
                .map(server -> " (pid " + server.pid() + ")")
                .orElse("");
    }

    private static List<String> notices(Ports ports) {
        var notices = new ArrayList<>(ports.notices());
        int java = Runtime.version().feature();
        if (java > NEWEST_SUPPORTED_JAVA) {
            notices.add("Neo4j 5.26 supports Java 17 and 21, and runs here on " + java
                    + ": start grip with one of those if the database misbehaves.");
        }
        return notices;
    }
}
