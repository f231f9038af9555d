package dev.grip.knowledge.calibration;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The labelled test set that comes with the program, in the order of its files. */
final class Labels {

    private static final String FOLDER = "/knowledge/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Labels() {}

    /** Pairs of names, the same KP or two. */
    static List<LabelledPair> pairs() {
        return read("pairs.jsonl", LabelledPair.class);
    }

    /** Names by quality. */
    static List<LabelledMention> mentions() {
        return read("mentions.jsonl", LabelledMention.class);
    }

    private static <T> List<T> read(String file, Class<T> type) {
        try (InputStream in = Labels.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The labelled set " + FOLDER + file + " is not on the class path");
            }
            try (MappingIterator<T> lines = JSON.readerFor(type).readValues(in)) {
                return List.copyOf(lines.readAll());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the labelled set " + FOLDER + file + ": " + e.getMessage(), e);
        }
    }
}
