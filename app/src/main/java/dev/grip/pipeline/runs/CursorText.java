package dev.grip.pipeline.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How far the planning of a run is, as the text that is kept with the run. */
final class CursorText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CursorText() {}

    static String of(Object place) {
        try {
            return JSON.writeValueAsString(place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The run's cursor cannot be read: " + text, e);
        }
    }
}
