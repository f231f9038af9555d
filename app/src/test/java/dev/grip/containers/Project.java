package dev.grip.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's own files, by their path from its root. Tests run with the module {@code app} as working directory. */
final class Project {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();

    private Project() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String read(String name) {
        return read(path(name));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
