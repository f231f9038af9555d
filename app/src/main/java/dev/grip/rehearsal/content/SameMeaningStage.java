package dev.grip.rehearsal.content;

import java.util.Map;

/** Says whether two names mean the same. */
final class SameMeaningStage implements Stage {

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        Meaning first = Meaning.of(Stage.input(inputs, "first"));
        Meaning second = Meaning.of(Stage.input(inputs, "second"));
        if (first.equals(second)) {
            return "Reason: Both come down to " + String.join(", ", first.core()) + ".\nAnswer: True";
        }
        return "Reason: One is about " + String.join(", ", first.core()) + ", the other about "
                + String.join(", ", second.core()) + ".\nAnswer: False";
    }
}
