package dev.grip.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** File locks between processes: one start at a time on a data folder, and no start on a store still in use. */
final class FileLocks {

    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(100);

    private FileLocks() {}

    /** Waits for the lock, which is freed by {@link #release}. */
    static FileChannel acquire(Path file, Duration patience, String complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            FileChannel held = attempt(file);
            if (held != null) {
                return held;
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new EmbeddedNeo4jException(complaint);
            }
            LockSupport.parkNanos(POLL);
        }
    }

    /** Waits until nobody holds the lock of an existing file. */
    static void awaitFree(Path file, Duration patience, String complaint) {
        if (Files.exists(file)) {
            release(acquire(file, patience, complaint));
        }
    }

    static void release(FileChannel held) {
        try {
            held.close();
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot release a lock: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileChannel attempt(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) != null) {
                return channel;
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot lock " + file + ": " + e + ". Check its owner and rights.", e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }
}
