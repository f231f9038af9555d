package dev.grip.rehearsal.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All story blocks, and the people and things that stories are about, from {@code /rehearsal/stories.yaml}. */
record StoryBook(List<String> people, List<String> things, List<StoryBlock> blocks) {

    private static final String PATH = "/rehearsal/stories.yaml";

    static StoryBook load() {
        try (InputStream in = StoryBook.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("No " + PATH + " on the class path");
            }
            JsonNode book = new ObjectMapper(new YAMLFactory()).readTree(in);
            List<StoryBlock> blocks = new ArrayList<>();
            book.path("blocks").forEach(block -> blocks.add(block(block)));
            return new StoryBook(texts(book.path("people")), texts(book.path("things")), List.copyOf(blocks));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + PATH, e);
        }
    }

    List<StoryBlock> starts() {
        return blocks.stream().filter(StoryBlock::starts).toList();
    }

    List<StoryBlock> after(StoryBlock block) {
        return blocks.stream().filter(next -> next.follows(block)).toList();
    }

    private static StoryBlock block(JsonNode block) {
        return new StoryBlock(
                block.path("name").asText(),
                texts(block.path("about")).stream().map(word -> ' ' + word).toList(),
                block.path("takes").textValue(),
                block.path("gives").asText(),
                new SlotText(block.path("text").asText()),
                new SlotText(block.path("question").asText()),
                numbers(block.path("numbers")),
                texts(block.path("steps")).stream().map(StoryBlock.Step::of).toList());
    }

    private static Map<String, String> numbers(JsonNode numbers) {
        Map<String, String> found = new LinkedHashMap<>();
        numbers.properties()
                .forEach(one -> found.put(one.getKey(), one.getValue().asText()));
        return Collections.unmodifiableMap(found);
    }

    private static List<String> texts(JsonNode list) {
        List<String> found = new ArrayList<>();
        list.forEach(one -> found.add(one.asText()));
        return List.copyOf(found);
    }
}
