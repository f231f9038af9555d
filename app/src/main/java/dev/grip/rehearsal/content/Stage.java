package dev.grip.rehearsal.content;

import java.util.Map;

/** What a simulated model answers to one prompt, given the inputs that were filled in. */
@FunctionalInterface
interface Stage {

    String answer(Map<String, String> inputs, Conversation conversation);

    /** An input that an edited prompt may have dropped is empty then. */
    static String input(Map<String, String> inputs, String name) {
        return inputs.getOrDefault(name, "");
    }
}
