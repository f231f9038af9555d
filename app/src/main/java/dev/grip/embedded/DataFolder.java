package dev.grip.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where one embedded Neo4j keeps everything it owns: store, configuration, logs, password and state. */
record DataFolder(Path root) {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    static DataFolder open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var folder = new DataFolder(root.toRealPath());
            Files.createDirectories(folder.configuration());
            Files.createDirectories(folder.logs());
            return folder;
        } catch (IOException e) {
            throw new EmbeddedNeo4jException(
                    "Cannot create the data folder " + root + ": " + e + ". Choose another with --data or GRIP_DATA.",
                    e);
        }
    }

    Path configuration() {
        return root.resolve("conf");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log() {
        return logs().resolve("neo4j.log");
    }

    /** What the child prints before its own log is open, such as a complaint about its configuration. */
    Path console() {
        return logs().resolve("console.log");
    }

    Path password() {
        return root.resolve("password");
    }

    Path state() {
        return root.resolve("state.properties");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }

    Path storeLock() {
        return root.resolve("data/databases/store_lock");
    }

    Path database() {
        return root.resolve("data/databases/neo4j");
    }

    Path initialAuthentication() {
        return root.resolve("data/dbms/auth.ini");
    }

    /** Bytes that are free on its disk. */
    long room() {
        return root.toFile().getUsableSpace();
    }

    boolean hasStore() {
        return Files.exists(root.resolve("data/databases/system"));
    }

    /** Writes the whole file or nothing, readable by its owner alone from the first byte on. */
    void writePrivately(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerOnly());
            Files.writeString(draft, text, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EmbeddedNeo4jException(
                    "Cannot write " + file + ": " + e + ". Check its folder and free space.", e);
        }
    }

    /** The log of this start alone, so that a failure never shows lines of an earlier one. */
    void forgetLog() {
        try {
            Files.deleteIfExists(logs().resolve("neo4j.log.old"));
            if (Files.exists(log())) {
                Files.move(log(), logs().resolve("neo4j.log.old"));
            }
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot put the old log " + log() + " aside: " + e, e);
        }
    }

    /** Removes the state file if it still speaks of this server. */
    void forgetState(RunningServer server) {
        try {
            if (RunningServer.read(this).filter(server::equals).isPresent()) {
                Files.deleteIfExists(state());
            }
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot remove " + state() + ": " + e, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
