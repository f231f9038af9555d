package dev.grip.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a JSONL file into the graph: good lines are kept, every bad one is reported with its number and reason. */
public final class SeedImport {

    private static final int BATCH = 500;
    private static final int REPORTED = 1000;

    private final SeedRepository repository;

    public SeedImport(SeedRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads {@code lines} to the end. {@code source} names the file in the graph; without {@code withKnowledgePoints} the names a
     * seed brings are ignored, so that it goes through extraction like any other.
     */
    public ImportReport read(InputStream lines, String source, boolean withKnowledgePoints) {
        Pass pass = new Pass(source, withKnowledgePoints);
        try {
            pass.run(new LineReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + source + ": " + e.getMessage(), e);
        }
        return pass.report();
    }

    private final class Pass {
        private final String source;
        private final boolean withKnowledgePoints;
        private final SeedParser parser;
        private final Map<String, Long> lineOfId = new HashMap<>();
        private final List<Seed> batch = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();
        private long rejected;
        private long added;
        private long present;

        Pass(String source, boolean withKnowledgePoints) {
            this.source = source;
            this.withKnowledgePoints = withKnowledgePoints;
            this.parser = new SeedParser(source);
        }

        void run(LineReader reader) throws IOException {
            for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
                take(line);
            }
            flush();
        }

        private void take(LineReader.Line line) {
            String text = line.text();
            if (text == null) {
                reject(line.number(), line.trouble());
                return;
            }
            if (text.isEmpty()) {
                return;
            }
            try {
                add(line.number(), parser.parse(text));
            } catch (SeedParser.BadSeed e) {
                reject(line.number(), e.getMessage());
            }
        }

        private void add(long number, Seed seed) {
            Long first = lineOfId.putIfAbsent(seed.id(), number);
            if (first != null) {
                reject(number, "duplicate id '" + seed.id() + "', first on line " + first);
                return;
            }
            batch.add(withKnowledgePoints ? seed : withoutKnowledgePoints(seed));
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void flush() {
            for (SeedRepository.Merged merged : repository.merge(batch)) {
                if (merged.created()) {
                    added++;
                } else if (merged.same()) {
                    present++;
                } else {
                    reject(
                            lineOfId.getOrDefault(merged.id(), 0L),
                            "id '" + merged.id()
                                    + "' already belongs to another problem in the graph; give it another id");
                }
            }
            batch.clear();
        }

        private void reject(long line, @Nullable String reason) {
            rejected++;
            if (bad.size() < REPORTED) {
                bad.add(new BadLine(line, reason == null ? "unreadable" : reason));
            }
        }

        ImportReport report() {
            bad.sort(java.util.Comparator.comparingLong(BadLine::line));
            return new ImportReport(source, added, present, rejected, bad);
        }
    }

    private static Seed withoutKnowledgePoints(Seed seed) {
        return new Seed(
                seed.id(),
                seed.problem(),
                seed.solution(),
                seed.answer(),
                seed.subject(),
                seed.level(),
                seed.source(),
                List.of());
    }
}
