package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A word problem as understood: its blocks in order, each with the words in its slots. */
record Story(List<Scene> scenes) {

    Story {
        scenes = List.copyOf(scenes);
    }

    /** A block and what stands in its slots. */
    record Scene(StoryBlock block, Map<String, String> words) {

        Scene {
            words = Map.copyOf(words);
        }

        /** Slots that should hold a number and do not. */
        List<String> missing() {
            return words.entrySet().stream()
                    .filter(word -> block.numbers().containsKey(word.getKey()) && !isNumber(word.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        Map<String, Long> numbers() {
            Map<String, Long> numbers = new HashMap<>();
            words.forEach((slot, word) -> {
                if (isNumber(word)) {
                    numbers.put(slot, Long.parseLong(word));
                }
            });
            return numbers;
        }

        private static boolean isNumber(String word) {
            return word.length() <= 15 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** Sentences with a quantity that is not given. */
    List<Scene> incomplete() {
        return scenes.stream().filter(scene -> !scene.missing().isEmpty()).toList();
    }

    /** Every line of the way to the answer, which is the value of the last; none if the story cannot be solved. */
    List<Worksheet.Line> solve() {
        if (!incomplete().isEmpty()) {
            return List.of();
        }
        List<Worksheet.Line> all = new ArrayList<>();
        for (Scene scene : scenes) {
            long before = all.isEmpty() ? 0 : all.get(all.size() - 1).value();
            List<Worksheet.Line> lines = Worksheet.solve(scene.block(), scene.numbers(), before);
            if (lines.isEmpty()) {
                return List.of();
            }
            all.addAll(lines);
        }
        return all;
    }

    boolean needs(KnowledgePointWords point) {
        return scenes.stream().anyMatch(scene -> scene.block().needs(point));
    }

    int stepCount() {
        return scenes.stream().mapToInt(scene -> scene.block().steps().size()).sum();
    }
}
