package dev.grip.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/**
 * The knowledge base as JSON Lines in one order: seeds, knowledge points, edges and, when asked for, the evidence about pairs of
 * mentions. No times, models or reasons: two databases with the same knowledge give the same bytes.
 */
public final class KnowledgeDump {

    private static final List<Query> PARTS = List.of(
            Query.of("analysis/dump-seeds"),
            Query.of("analysis/dump-knowledge-points"),
            Query.of("analysis/dump-edges"));
    private static final Query EVIDENCE = Query.of("analysis/dump-evidence");
    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writer();

    private final Graph graph;

    public KnowledgeDump(Graph graph) {
        this.graph = graph;
    }

    /** Writes the file, whole or not at all, and returns the number of its lines. */
    public long write(Path file, boolean evidence) {
        List<Query> parts = new ArrayList<>(PARTS);
        if (evidence) {
            parts.add(EVIDENCE);
        }
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.resolveSibling(""));
            long lines = 0;
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                for (Query query : parts) {
                    lines += append(query, out);
                }
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return lines;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "Cannot write " + file + " (" + e.getMessage() + "): name a file that can be", e);
        }
    }

    /** A retry would write the lines of a part twice, so a part is first collected as text. */
    private long append(Query query, BufferedWriter out) throws IOException {
        List<String> lines = graph.stream(
                query, Map.of(), rows -> rows.map(KnowledgeDump::line).toList());
        for (String line : lines) {
            out.write(line);
            out.write('\n');
        }
        return lines.size();
    }

    private static String line(Record row) {
        try {
            return JSON.writeValueAsString(row.get("line").asMap());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a line of the dump", e);
        }
    }
}
