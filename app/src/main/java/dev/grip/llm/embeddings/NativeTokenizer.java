package dev.grip.llm.embeddings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the tokenizer's native library goes. Left alone it unpacks into the home folder and, on a machine with a GPU,
 * downloads a CUDA variant; here it takes the CPU variant from its jar into a private folder that goes with the process.
 */
final class NativeTokenizer {

    private NativeTokenizer() {}

    static void prepare() {
        setIfAbsent("RUST_FLAVOR", "cpu");
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        if (isAbsent("ENGINE_CACHE_DIR") && isAbsent("DJL_CACHE_DIR")) {
            String folder = privateFolder().toString();
            System.setProperty("ENGINE_CACHE_DIR", folder);
            setIfAbsent("jna.tmpdir", folder);
        }
    }

    private static void setIfAbsent(String name, String value) {
        if (isAbsent(name)) {
            System.setProperty(name, value);
        }
    }

    private static boolean isAbsent(String name) {
        return System.getProperty(name) == null && System.getenv(name) == null;
    }

    private static Path privateFolder() {
        try {
            Path folder = Files.createTempDirectory("grip-tokenizer");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "grip-tokenizer-cleanup"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a folder in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // Windows keeps a loaded library open; the system's own cleaning of temporary files takes it later.
            folder.toFile().deleteOnExit();
        }
    }
}
