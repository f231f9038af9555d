package dev.grip.dataset;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one dataset folder. Everything is written beside its place first and moved there when all of it is complete. */
final class DatasetFiles {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final ObjectMapper ORDERED = new ObjectMapper();
    private static final String PART = ".part";

    private final Path directory;
    private final String name;
    private final List<Path> paths = new ArrayList<>();

    DatasetFiles(Path directory, boolean rehearsal) {
        this.directory = directory;
        this.name = rehearsal ? "grip-rehearsal" : "grip";
    }

    List<Path> paths() {
        return List.copyOf(paths);
    }

    void write(List<Row> rows, List<Map<String, Object>> removed, DatasetCard card) throws IOException {
        Files.createDirectories(directory);
        Map<String, Object> info = new LinkedHashMap<>();
        try {
            for (RowFormat format : RowFormat.values()) {
                String file = name + "-" + format.word() + ".jsonl";
                lines(file, rows.stream().map(format::json).toList());
                info.put((name + "-" + format.word()).replace('-', '_'), format.entry(file));
            }
            lines(name + "-removed.jsonl", removed);
            text("dataset_info.json", ORDERED.writer(new DefaultPrettyPrinter()).writeValueAsString(info) + "\n");
            text("README.md", card.markdown(name, rows));
            for (Path path : paths) {
                Files.move(part(path), path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (Path path : paths) {
                Files.deleteIfExists(part(path));
            }
        }
    }

    private void lines(String file, List<Map<String, Object>> rows) throws IOException {
        Path path = open(file);
        try (BufferedWriter out = Files.newBufferedWriter(part(path))) {
            for (Map<String, Object> row : rows) {
                out.write(line(row));
                out.write('\n');
            }
        }
    }

    /** Columns in their order, provenance with sorted keys, so that the same rows are the same bytes. */
    private static String line(Map<String, Object> row) throws IOException {
        Map<String, Object> ordered = new LinkedHashMap<>(row);
        ordered.computeIfPresent("grip", (key, value) -> JSON.valueToTree(value));
        return ORDERED.writeValueAsString(ordered);
    }

    private void text(String file, String content) throws IOException {
        Path path = open(file);
        Files.writeString(part(path), content);
    }

    private Path open(String file) {
        Path path = directory.resolve(file);
        paths.add(path);
        return path;
    }

    private static Path part(Path path) {
        return path.resolveSibling(path.getFileName() + PART);
    }
}
