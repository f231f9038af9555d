package dev.grip.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The seeds that come with the program, for the demo and for simulated models. */
public final class BundledSeeds {

    private static final String LABELLED = "/demo/labelled_gsm8k_100.jsonl";
    private static final String UNLABELLED = "/demo/seed_gsm8k_200.jsonl";

    private BundledSeeds() {}

    /** The KPs that a language model once named for the labelled problems (MathScale's labels), by problem text. */
    public static Map<String, List<String>> recordedKnowledgePoints() {
        Map<String, List<String>> recorded = new LinkedHashMap<>();
        read(LABELLED).forEach(seed -> recorded.put(seed.problem(), seed.knowledgePoints()));
        return recorded;
    }

    /** The solutions of the problems without labels, by problem text. */
    public static Map<String, String> unlabelledSolutions() {
        Map<String, String> solutions = new LinkedHashMap<>();
        read(UNLABELLED).forEach(seed -> solutions.put(seed.problem(), seed.solution()));
        return solutions;
    }

    private static List<Seed> read(String resource) {
        try (InputStream in = BundledSeeds.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource + " on the class path");
            }
            LineReader lines = new LineReader(in);
            SeedParser parser = new SeedParser(resource);
            List<Seed> seeds = new ArrayList<>();
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                String text = line.text();
                if (text != null && !text.isEmpty()) {
                    seeds.add(parser.parse(text));
                }
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SeedParser.BadSeed e) {
            throw new IllegalStateException(resource + ": " + e.getMessage(), e);
        }
    }
}
