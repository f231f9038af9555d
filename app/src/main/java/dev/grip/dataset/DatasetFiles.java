package dev.grip.dataset;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one dataset folder. Everything is written beside its place first and moved there when all of it is complete. */
final class DatasetFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetFiles.class);
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final ObjectMapper ORDERED = new ObjectMapper();
    private static final String PART = ".part";

    private final Path directory;
    private final String name;
    private final Map<Path, BufferedWriter> open = new LinkedHashMap<>();
    private final List<Path> paths = new ArrayList<>();

    DatasetFiles(Path directory, boolean rehearsal) {
        this.directory = directory;
        this.name = rehearsal ? "grip-rehearsal" : "grip";
    }

    /** The files in their places, as {@link #finish} leaves them. */
    List<Path> paths() {
        return paths;
    }

    /** Starts all files anew. */
    void begin() {
        close();
        try {
            Files.createDirectories(directory);
            for (RowFormat format : RowFormat.values()) {
                open(lines(format));
            }
            open(removed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Row row) {
        for (RowFormat format : RowFormat.values()) {
            write(lines(format), format.json(row));
        }
    }

    void addRemoved(Map<String, Object> entry) {
        write(removed(), entry);
    }

    /** Adds what describes the rows and moves everything to its place. */
    void finish(DatasetCard card) throws IOException {
        for (BufferedWriter writer : open.values()) {
            writer.close();
        }
        Map<String, Object> info = new LinkedHashMap<>();
        for (RowFormat format : RowFormat.values()) {
            info.put(
                    (name + "-" + format.word()).replace('-', '_'),
                    format.entry(lines(format).getFileName().toString()));
        }
        text("dataset_info.json", ORDERED.writer(new DefaultPrettyPrinter()).writeValueAsString(info) + "\n");
        text("README.md", card.markdown(name));
        paths.addAll(open.keySet());
        Replacement.of(paths, DatasetFiles::part);
        open.clear();
    }

    /** Leaves nothing half-written behind. */
    @Override
    public void close() {
        open.forEach((path, writer) -> {
            try {
                writer.close();
            } catch (IOException e) {
                LOG.debug("{} was not written to its end", path, e);
            }
        });
        for (Path path : open.keySet()) {
            try {
                Files.deleteIfExists(part(path));
            } catch (IOException e) {
                LOG.warn("{} could not be removed", part(path), e);
            }
        }
        open.clear();
    }

    private Path lines(RowFormat format) {
        return directory.resolve(name + "-" + format.word() + ".jsonl");
    }

    private Path removed() {
        return directory.resolve(name + "-removed.jsonl");
    }

    private void open(Path path) throws IOException {
        open.put(path, Files.newBufferedWriter(part(path)));
    }

    /** Columns in their order, provenance with sorted keys, so that the same rows are the same bytes. */
    private void write(Path path, Map<String, Object> row) {
        try {
            Map<String, Object> ordered = new LinkedHashMap<>(row);
            ordered.computeIfPresent("grip", (key, value) -> SORTED.valueToTree(value));
            BufferedWriter writer = Objects.requireNonNull(open.get(path));
            writer.write(ORDERED.writeValueAsString(ordered));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void text(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        open(path);
        BufferedWriter writer = Objects.requireNonNull(open.get(path));
        writer.write(content);
        writer.close();
    }

    private static Path part(Path path) {
        return path.resolveSibling(path.getFileName() + PART);
    }
}
