package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.Constraint;
import dev.grip.rehearsal.structured.FreeAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        FreeAnswer said = FreeAnswer.of(script.answer(conversation));
        Dice dice = conversation.dice().about("speaking");
        AnswerFaults faults = conversation.personality().faults();
        Manner manner = conversation.manner();
        Optional<JudgeSlip> slip = said.verdict() ? faults.judgeSlips().draw(dice.about("slip")) : Optional.empty();
        boolean formed = !manner.constraint().free() && !faults.ignoresConstraints();
        String content = formed
                ? formed(said, conversation, slip.orElse(null))
                : slip.map(one -> new SlippedAnswer(said, dice.about("slipped"), manner.budget()).text(one))
                        .orElseGet(said::text);
        Thinking thinking = conversation.personality().thinking();
        boolean thinks = manner.thinking() && !(formed && thinking.place() == Thinking.Place.TAGS);
        return thinks ? thinking.before(said, content, dice.about("thinking")) : Utterance.of(content);
    }

    /** In the form asked for, which no slip can spoil; but JSON may still run away. */
    private static String formed(FreeAnswer said, Conversation conversation, @Nullable JudgeSlip slip) {
        Constraint constraint = conversation.manner().constraint();
        Dice dice = conversation.dice().about("form");
        String content = constraint.answer(said, dice);
        double rate = conversation.personality().faults().whitespaceLoopRate();
        boolean runsAway =
                slip == JudgeSlip.WHITESPACE_LOOP || dice.about("loop").chance(rate);
        return constraint.json() && runsAway
                ? Runaway.whitespace(
                        content.substring(0, 1), conversation.manner().budget())
                : content;
    }
}
