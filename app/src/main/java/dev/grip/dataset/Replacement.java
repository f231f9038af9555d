package dev.grip.dataset;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts finished files in the places of earlier ones: all of them, or none and then the earlier ones are back. */
final class Replacement {

    private static final String EARLIER = ".earlier";

    private final UnaryOperator<Path> finished;
    private final Deque<Path> replaced = new ArrayDeque<>();

    private Replacement(UnaryOperator<Path> finished) {
        this.finished = finished;
    }

    /** {@code finished} gives the file that belongs in a place. */
    static void of(List<Path> places, UnaryOperator<Path> finished) throws IOException {
        Replacement replacement = new Replacement(finished);
        try {
            for (Path place : places) {
                replacement.replace(place);
            }
        } catch (IOException e) {
            replacement.undo(e);
            throw e;
        }
        for (Path place : places) {
            Files.deleteIfExists(earlier(place));
        }
    }

    private void replace(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            throw new FileSystemException(place.toString(), null, "is a folder");
        }
        if (Files.exists(place)) {
            move(place, earlier(place));
        }
        replaced.push(place);
        move(finished.apply(place), place);
    }

    private void undo(IOException cause) {
        for (Path place : replaced) {
            try {
                Files.deleteIfExists(place);
                if (Files.exists(earlier(place))) {
                    move(earlier(place), place);
                }
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path earlier(Path place) {
        return place.resolveSibling(place.getFileName() + EARLIER);
    }
}
