package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.FreeAnswer;
import java.util.List;

/** Where a model puts its thinking before an answer, and of how many tokens it is on average. */
public record Thinking(Place place, int tokens) {

    /** Not at all. */
    public static final Thinking NONE = new Thinking(Place.NOWHERE, 0);

    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int MOST_TOKENS = 100_000;
    private static final List<String> PHRASES = List.of(
            "Let me look at this step by step.",
            "Wait, I should check that again.",
            "So far this holds together.",
            "Hmm, is every quantity really used?",
            "I will go through the numbers once more.",
            "That agrees with what I had before.",
            "Let me see whether anything is missing.",
            "Alternatively, I could work backwards from the result.");

    /** The places a server can put thinking. */
    public enum Place {
        /** The model does not think. */
        NOWHERE,
        /** The field {@code reasoning}: a reasoning parser is on. */
        FIELD,
        /** {@code <think>} tags in the content: no reasoning parser is on; constrained answers then have no thinking. */
        TAGS
    }

    public Thinking {
        if (tokens < 0 || tokens > MOST_TOKENS) {
            throw new IllegalArgumentException("tokens is " + tokens + "; give 0 to " + MOST_TOKENS);
        }
    }

    /** The answer with the thinking that led to it, of half to one and a half of the usual length. */
    Utterance before(FreeAnswer said, String content, Dice dice) {
        if (place == Place.NOWHERE) {
            return Utterance.of(content);
        }
        String thoughts = thoughts(said, dice);
        return place == Place.FIELD
                ? new Utterance(thoughts, content)
                : Utterance.of("<think>\n" + thoughts + "\n</think>\n\n" + content);
    }

    private String thoughts(FreeAnswer said, Dice dice) {
        int length = CHARACTERS_A_TOKEN * (tokens / 2 + dice.below(tokens + 1));
        StringBuilder thoughts = new StringBuilder("Okay, what is asked here?");
        while (thoughts.length() < length) {
            thoughts.append(' ').append(dice.pick(PHRASES));
        }
        return said.explanation().isEmpty()
                ? thoughts.toString()
                : thoughts.append(' ').append(said.explanation()).toString();
    }
}
