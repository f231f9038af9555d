package dev.grip.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Benchmark problems that must not be trained on, compared by their normalised text. */
final class Benchmarks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> itemOfText = new HashMap<>();

    private Benchmarks() {}

    /** Reads JSONL files whose lines have a {@code problem} or {@code question}. Throws IllegalArgumentException naming file and line. */
    static Benchmarks read(List<Path> files) {
        Benchmarks benchmarks = new Benchmarks();
        files.forEach(benchmarks::add);
        return benchmarks;
    }

    /** The benchmark item with this text, as {@code file:id}. */
    Optional<String> find(String text) {
        return Optional.ofNullable(itemOfText.get(NormalText.of(text)));
    }

    int size() {
        return itemOfText.size();
    }

    private void add(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(file, number, line.startsWith("\uFEFF") ? line.substring(1) : line);
                }
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The benchmark file " + file + " is not valid UTF-8; convert it and export again", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the benchmark file " + file + ": " + e, e);
        }
    }

    private void add(Path file, int number, String line) {
        JsonNode item = json(file, number, line);
        String text = item.path(item.has("problem") ? "problem" : "question").asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "Benchmark file " + file + ", line " + number + ": there is no 'problem' or 'question'");
        }
        itemOfText.putIfAbsent(
                NormalText.of(text), file.getFileName() + ":" + item.path("id").asText("line " + number));
    }

    private static JsonNode json(Path file, int number, String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Benchmark file " + file + ", line " + number + " is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }
}
