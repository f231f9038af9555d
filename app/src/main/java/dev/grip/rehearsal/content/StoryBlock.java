package dev.grip.rehearsal.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a word problem: a sentence with numbers, the question one could ask after it, and the steps that answer
 * it. A block that takes a kind of result goes on with what the block before it gives.
 */
record StoryBlock(
        String name,
        List<String> about,
        @Nullable String takes,
        String gives,
        SlotText text,
        SlotText question,
        Map<String, String> numbers,
        List<Step> steps) {

    /** One calculation: the name of its result, the expression, and what it is in words. */
    record Step(String name, String expression, String meaning) {

        static Step of(String line) {
            int equals = line.indexOf('=');
            int bar = line.indexOf('|');
            return new Step(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1, bar).strip(),
                    line.substring(bar + 1).strip());
        }
    }

    boolean starts() {
        return takes == null;
    }

    boolean follows(StoryBlock other) {
        return other.gives().equals(takes);
    }

    /** Whether solving this block needs the knowledge point of this name. */
    boolean needs(KnowledgePointWords point) {
        String words = point.words();
        return about.stream().anyMatch(word -> words.contains(word)) || Operation.anyNamed(words, this);
    }

    boolean calculatesWith(char operator) {
        return steps.stream().anyMatch(step -> step.expression().indexOf(operator) >= 0);
    }
}
