package dev.grip.llm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a last line {@code Answer: True} or {@code Answer: False}, in the usual disguises, in linear time. */
public final class TrueFalse {

    private static final int TAIL = 4096;
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[^\\w\\n]{0,16}answer[ \\t*_`]{0,6}[:：=][ \\t*_`$\\[({]{0,8}(true|false)\\b[ \\t*_`$\\])}.!]{0,8}$");

    private TrueFalse() {}

    /** The vote; empty when the answer is unfinished, says neither, or says both. */
    public static Optional<Boolean> parse(Answer answer) {
        return answer.complete() ? parse(answer.text()) : Optional.empty();
    }

    static Optional<Boolean> parse(String text) {
        String tail = text.substring(Math.max(0, text.length() - TAIL)).replace("\r", "");
        Matcher matches = LINE.matcher(tail.substring(tail.lastIndexOf("</think>") + 1));
        String vote = "";
        while (matches.find()) {
            String found = matches.group(1).toLowerCase(Locale.ROOT);
            if (!vote.isEmpty() && !vote.equals(found)) {
                return Optional.empty();
            }
            vote = found;
        }
        return vote.isEmpty() ? Optional.empty() : Optional.of(vote.equals("true"));
    }
}
