package dev.grip.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one GRIP. A file in it says that GRIP made it, which is what allows {@link #clear} to delete;
 * every process that uses the folder holds a shared lock on that file.
 */
final class DataFolder implements AutoCloseable {

    static final String MARKER = ".grip-data";

    private static final String CONTENT = "GRIP made this folder. 'grip demo --fresh' deletes everything in it.\n";

    private final @Nullable FileChannel lock;

    private DataFolder(@Nullable FileChannel lock) {
        this.lock = lock;
    }

    /** Makes the folder if it is not there and marks it as in use. A folder with files of others in it is used but not marked. */
    static DataFolder use(Path folder) {
        try {
            Files.createDirectories(folder);
            var marker = folder.resolve(MARKER);
            if (onlyLogs(folder)) {
                Files.writeString(marker, CONTENT);
            }
            if (!marked(folder)) {
                return new DataFolder(null);
            }
            var channel = FileChannel.open(marker, StandardOpenOption.READ);
            share(channel);
            return new DataFolder(channel);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "The data folder " + folder + " cannot be used (" + failure + "): choose another with --data",
                    failure);
        }
    }

    private static void share(FileChannel channel) throws IOException {
        try {
            channel.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException held) {
            // A lock belongs to the whole process, and this one has it already.
            return;
        }
    }

    /** Deletes what is in the folder, if GRIP made it and no process uses it; refuses with IllegalArgumentException otherwise. */
    static void clear(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException(folder + " is not a folder: choose another with --data");
            }
            if (empty(folder)) {
                return;
            }
            if (!marked(folder)) {
                throw new IllegalArgumentException(folder + " is not a folder that GRIP made (it has no file " + MARKER
                        + "), so --fresh does not delete it: choose another with --data");
            }
            clearMarked(folder);
        } catch (IOException failure) {
            throw new IllegalArgumentException("Cannot delete " + folder + ": " + failure, failure);
        }
    }

    private static void clearMarked(Path folder) throws IOException {
        var marker = folder.resolve(MARKER);
        try (var channel = FileChannel.open(marker, StandardOpenOption.WRITE);
                var alone = alone(channel)) {
            if (alone == null) {
                throw new IllegalArgumentException(
                        "Another grip is using " + folder + ": stop it first, or choose another folder with --data");
            }
            deleteContents(folder, marker);
        }
    }

    private static @Nullable FileLock alone(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException usedHere) {
            return null;
        }
    }

    private static void deleteContents(Path folder, Path marker) throws IOException {
        // toRealPath: the folder itself may be a link, links inside it are deleted and never followed.
        var root = folder.toRealPath();
        var kept = marker.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(kept)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!directory.equals(root)) {
                    Files.delete(directory);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean marked(Path folder) {
        return Files.isRegularFile(folder.resolve(MARKER), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean empty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** The log may be opened before the folder is first used. */
    private static boolean onlyLogs(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.endsWith("logs"));
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
