package dev.grip.rehearsal.content;

import java.util.List;

/** What a content script gets to see of one call: the model asked, the turns so far, and the dice of this choice. */
public record Conversation(String model, List<Turn> turns, Personality personality, Dice dice) {

    public Conversation {
        turns = List.copyOf(turns);
    }

    /** One message: who speaks ({@code system}, {@code user}, {@code assistant}) and what. */
    public record Turn(String role, String content) {}
}
