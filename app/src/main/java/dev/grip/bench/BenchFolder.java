package dev.grip.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A temporary folder with a server in it, taken away again at the end, also when a person presses Ctrl-C. */
final class BenchFolder implements AutoCloseable {

    private final Path path;
    private final boolean kept;
    private final Thread hook = new Thread(this::release, "bench-folder");
    private volatile @Nullable BenchServer server;

    BenchFolder(boolean kept) {
        try {
            this.path = Files.createTempDirectory("grip-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a temporary folder: " + e.getMessage(), e);
        }
        this.kept = kept;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path path() {
        return path;
    }

    /** The server must stop before its folder goes. */
    BenchServer serving(BenchServer started) {
        server = started;
        return started;
    }

    private synchronized void release() {
        BenchServer running = server;
        if (running != null) {
            running.close();
        }
        if (!kept && Files.exists(path)) {
            delete(path);
        }
    }

    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook runs already and finds nothing left to do.
            hook.setName("bench-folder (done)");
        }
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
