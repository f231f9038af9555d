package dev.grip.rehearsal.content;

import java.util.List;
import java.util.stream.Collectors;

/** What a content script gets to see of one call: the model asked and its ways, the turns so far, and how to answer. */
public record Conversation(String model, List<Turn> turns, Personality personality, Manner manner) {

    public Conversation {
        turns = List.copyOf(turns);
    }

    /** One message: who speaks ({@code system}, {@code user}, {@code assistant}) and what. */
    public record Turn(String role, String content) {}

    /** New dice that depend on the model, the turns, the seed and the choice: every call gives the same ones. */
    public Dice dice() {
        String messages = turns.stream()
                .map(turn -> turn.role() + '\u0000' + turn.content())
                .collect(Collectors.joining("\u0001"));
        return Dice.of(model, messages, Long.toString(manner.seed()), Integer.toString(manner.index()));
    }

    /** As it was when it had this many turns. */
    Conversation first(int count) {
        return new Conversation(model, turns.subList(0, count), personality, manner);
    }
}
