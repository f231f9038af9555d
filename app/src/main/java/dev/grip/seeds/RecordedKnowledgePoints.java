package dev.grip.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The KPs that a language model once named for the labelled demo problems (MathScale's labels), by problem text. */
public final class RecordedKnowledgePoints {

    private static final String RESOURCE = "/demo/labelled_gsm8k_100.jsonl";

    private RecordedKnowledgePoints() {}

    public static Map<String, List<String>> load() {
        Map<String, List<String>> recorded = new LinkedHashMap<>();
        try (InputStream in = RecordedKnowledgePoints.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("No " + RESOURCE + " on the class path");
            }
            LineReader lines = new LineReader(in);
            SeedParser parser = new SeedParser(RESOURCE);
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                String text = line.text();
                if (text != null && !text.isEmpty()) {
                    Seed seed = parser.parse(text);
                    recorded.put(seed.problem(), seed.knowledgePoints());
                }
            }
            return recorded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SeedParser.BadSeed e) {
            throw new IllegalStateException(RESOURCE + ": " + e.getMessage(), e);
        }
    }
}
