package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.Constraint;
import dev.grip.rehearsal.structured.FreeAnswer;

/**
 * Brings what a script answers into the form that was asked for, with the faults that the personality has, and puts the
 * thinking before it. Thread-safe if the script is.
 */
public final class Speaker {

    private final ContentScript script;

    public Speaker(ContentScript script) {
        this.script = script;
    }

    /** The whole answer; whoever sends it cuts it at stop strings and at the budget. */
    public Utterance speak(Conversation conversation) {
        Personality personality = conversation.personality();
        Manner manner = conversation.manner();
        FreeAnswer said = FreeAnswer.of(script.answer(conversation));
        Dice dice = conversation.dice().about("speaking");
        Constraint constraint = personality.faults().ignoresConstraints() ? Constraint.none() : manner.constraint();
        String content = constraint.answer(said, dice.about("form"));
        if (constraint.json() && dice.about("loop").chance(personality.faults().whitespaceLoopRate())) {
            content = Runaway.whitespace(content, manner.budget());
        }
        boolean tagged = personality.thinking().place() == Thinking.Place.TAGS;
        boolean thinks = manner.thinking() && (constraint.free() || !tagged);
        return thinks ? personality.thinking().before(said, content, dice.about("thinking")) : Utterance.of(content);
    }
}
