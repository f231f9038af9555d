package dev.grip.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Neo4j for this machine alone: a child process of the grip process that started it, shared with every other one that
 * opens the same data folder. Where it was started it is started again whenever it dies, and closing stops it.
 */
public final class EmbeddedNeo4j implements AutoCloseable {

    private final DataFolder data;
    private final Password password;
    private final RunningServer first;
    private final List<String> notices;
    private final @Nullable Keeper keeper;

    /** {@code keeper} is null when another process started {@code first}. */
    EmbeddedNeo4j(
            DataFolder data, Password password, RunningServer first, List<String> notices, @Nullable Keeper keeper) {
        this.data = data;
        this.password = password;
        this.first = first;
        this.notices = List.copyOf(notices);
        this.keeper = keeper;
    }

    /**
     * Starts Neo4j over the data folder, or attaches to the one that already runs there, and returns when it answers
     * queries.
     *
     * @throws EmbeddedNeo4jException when it cannot be started, with what to do and the last lines of its log
     */
    public static EmbeddedNeo4j start(EmbeddedSettings settings) {
        return new EmbeddedStart(settings).run();
    }

    /** Whether a Neo4j was started over this data folder before. */
    public static boolean exists(Path directory) {
        return new DataFolder(directory).hasStore();
    }

    public URI boltUri() {
        return EmbeddedStart.bolt(first.boltPort());
    }

    public URI httpUri() {
        return URI.create("http://localhost:" + first.httpPort());
    }

    /** Where people open Neo4j Browser. */
    public URI browserUri() {
        return httpUri().resolve("/browser/");
    }

    public int boltPort() {
        return first.boltPort();
    }

    public int httpPort() {
        return first.httpPort();
    }

    public String username() {
        return "neo4j";
    }

    public String password() {
        return password.text();
    }

    public Path passwordFile() {
        return data.password();
    }

    public Path logFile() {
        return data.log();
    }

    /** The process that is the server now. */
    public long pid() {
        return keeper == null ? first.pid() : keeper.server().pid();
    }

    /** Whether the server was started by another grip process, and stops with that one. */
    public boolean attached() {
        return keeper == null;
    }

    /** Sentences that a person should see, such as which port was taken. */
    public List<String> notices() {
        return notices;
    }

    /**
     * Stops the server if this process started it. Closing again does nothing. A process that ends without closing needs no hook
     * for it: the server stops by itself when its parent is gone.
     */
    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
            data.forgetState(keeper.server());
        }
    }
}
