package dev.grip.judging;

import dev.grip.llm.Answer;
import dev.grip.llm.verdicts.AnswerText;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Evaluation Score: x} with x in [0, 1] from the last lines of a judge's answer. Only bounded repetitions, so that
 * any text is read in linear time; what cannot be read is its own class of vote, never a zero.
 */
final class ScoreParser {

    private static final Pattern LINE =
            Pattern.compile("(?im)^[^\\w\\n]{0,16}evaluation[ \\t]{1,4}score[ \\t*_`]{0,6}[:=]"
                    + "[ \\t*_`\"'$\\[({]{0,8}([-+]?\\d{1,4}(?:\\.\\d{1,16})?)[ \\t*_`\"'$\\])}]{0,6}"
                    + "(?:(?:/|out[ \\t]of)[ \\t]{0,2}(\\d{1,4}(?:\\.0{1,3})?))?[ \\t*_`\"'$\\])}.]{0,8}$");

    /** A score and {@code path}: {@code line}, or why there is none. */
    record Parsed(OptionalDouble score, String path) {
        static Parsed none(String why) {
            return new Parsed(OptionalDouble.empty(), why);
        }
    }

    private ScoreParser() {}

    static Parsed parse(Answer answer) {
        return answer.complete() ? parse(answer.text()) : Parsed.none(answer.outcome());
    }

    static Parsed parse(String text) {
        Matcher lines = LINE.matcher(AnswerText.lastLines(text));
        double score = Double.NaN;
        while (lines.find()) {
            double found = Double.parseDouble(lines.group(1));
            if (lines.group(2) != null && Double.parseDouble(lines.group(2)) != 1) {
                return Parsed.none("scale_mismatch");
            }
            if (!Double.isNaN(score) && score != found) {
                return Parsed.none("conflict");
            }
            score = found;
        }
        if (Double.isNaN(score)) {
            return Parsed.none("unparsed");
        }
        return score < 0 || score > 1 ? Parsed.none("out_of_range") : new Parsed(OptionalDouble.of(score), "line");
    }
}
