package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands the word problems of the story book from their text alone. */
final class StoryReader {

    private static final String MARK = "New Problem:";

    private final StoryBook book;

    StoryReader(StoryBook book) {
        this.book = book;
    }

    /** The story, or nothing if the text is not made of the book's sentences. */
    Optional<Story> read(String problem) {
        String text = problem.strip();
        if (text.startsWith(MARK)) {
            text = text.substring(MARK.length()).strip();
        }
        return new Reading(text).story();
    }

    private final class Reading {

        private final String text;
        private final List<Story.Scene> scenes = new ArrayList<>();
        private int at;

        Reading(String text) {
            this.text = text;
        }

        Optional<Story> story() {
            if (!readOneOf(book.starts())) {
                return Optional.empty();
            }
            while (!endsWithQuestion()) {
                if (!readOneOf(book.after(last()))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Story(scenes));
        }

        private boolean readOneOf(List<StoryBlock> blocks) {
            for (StoryBlock block : blocks) {
                Map<String, String> words = new HashMap<>();
                int end = block.text().read(text, at, words);
                if (end >= 0) {
                    scenes.add(new Story.Scene(block, words));
                    at = skipSpace(end);
                    return true;
                }
            }
            return false;
        }

        private boolean endsWithQuestion() {
            return last().question().read(text, at, new HashMap<>()) == text.length();
        }

        private StoryBlock last() {
            return scenes.get(scenes.size() - 1).block();
        }

        private int skipSpace(int from) {
            int next = from;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            return next;
        }
    }
}
