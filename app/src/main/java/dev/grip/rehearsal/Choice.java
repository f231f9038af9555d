package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the n answers of a call, as far as stop strings and the token budget let it get. What a model thinks before it speaks
 * is {@code reasoning}; {@code content} is null if it did not get any further.
 */
record Choice(
        int index,
        @Nullable String reasoning,
        @Nullable String content,
        @Nullable String finishReason,
        @Nullable String stopReason) {

    private static final String END_OF_THINKING = "</think>";

    static Choice of(int index, Utterance said, List<String> stops, int budget) {
        String reasoning = said.reasoning();
        if (reasoning == null) {
            return answer(index, null, said.content(), stops, budget);
        }
        String thought = TokenCount.first(budget, reasoning);
        int left = budget - TokenCount.of(thought);
        return thought.length() < reasoning.length() || left <= 0
                ? new Choice(index, thought, null, "length", null)
                : answer(index, thought, said.content(), stops, left);
    }

    private static Choice answer(
            int index, @Nullable String reasoning, String content, List<String> stops, int budget) {
        int end = content.length();
        String reason = null;
        for (String stop : stops) {
            int at = stop.isEmpty() ? -1 : content.indexOf(stop);
            if (at >= 0 && at < end) {
                end = at;
                reason = stop;
            }
        }
        String stopped = content.substring(0, end);
        String kept = TokenCount.first(budget, stopped);
        boolean cut = kept.length() < stopped.length();
        return new Choice(index, reasoning, kept, cut ? "length" : "stop", cut ? null : reason);
    }

    /** An answer that goes on until its budget is used up, as with {@code ignore_eos}. */
    static Choice filling(int index, String answer, int budget) {
        String filled = answer.isEmpty() ? "." : answer;
        while (TokenCount.of(filled) < budget) {
            filled = filled + ' ' + filled;
        }
        return new Choice(index, null, TokenCount.first(budget, filled), "length", null);
    }

    /** The same in another place of the answer. */
    Choice at(int otherIndex) {
        return new Choice(otherIndex, reasoning, content, finishReason, stopReason);
    }

    /** The same with the text up to the end of thinking set apart; all of it if thinking begins and does not end. */
    Choice thoughtApart() {
        if (reasoning != null) {
            return this;
        }
        String text = text();
        int end = text.lastIndexOf(END_OF_THINKING);
        String begun = text.stripLeading();
        if (end < 0) {
            return begun.startsWith("<think>") ? withText(withoutTag(begun), null) : this;
        }
        String said = text.substring(end + END_OF_THINKING.length()).stripLeading();
        return withText(withoutTag(text.substring(0, end)), said.isEmpty() ? null : said);
    }

    private static String withoutTag(String thought) {
        return thought.replaceFirst("^\\s*<think>\\n?", "");
    }

    Choice withText(@Nullable String newReasoning, @Nullable String newContent) {
        return new Choice(index, newReasoning, newContent, finishReason, stopReason);
    }

    Choice withFinishReason(@Nullable String other) {
        return new Choice(index, reasoning, content, other, stopReason);
    }

    /** All that was said, thoughts first. */
    String text() {
        return (reasoning == null ? "" : reasoning) + (content == null ? "" : content);
    }

    int tokens() {
        return TokenCount.of(text());
    }

    int reasoningTokens() {
        return reasoning == null ? 0 : TokenCount.of(reasoning);
    }
}
