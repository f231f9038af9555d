package dev.grip.llm.verdicts;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The part of a model's answer that was meant to be read: without its thinking, and of that the last lines where a verdict stands. */
public final class AnswerText {

    private static final String THINK = "<think>";
    private static final String THOUGHT = "</think>";
    private static final int TAIL = 4096;
    private static final Pattern BOXED = Pattern.compile("\\\\boxed\\{([^{}\\n]{1,32})\\}");

    private AnswerText() {}

    /** What follows the last {@code </think>}; thinking that never ends is no answer. */
    public static String withoutThinking(String answer) {
        int end = answer.lastIndexOf(THOUGHT);
        if (end >= 0) {
            return answer.substring(end + THOUGHT.length());
        }
        int begin = answer.indexOf(THINK);
        return begin < 0 ? answer : answer.substring(0, begin);
    }

    /** The last whole lines, at most 4,096 characters, ended by {@code \n}, with plain forms of wide characters and boxed values. */
    public static String lastLines(String answer) {
        String text = withoutThinking(answer);
        String tail = text.length() <= TAIL ? text : afterFirstLine(text.substring(text.length() - TAIL));
        String plain = Normalizer.normalize(tail, Normalizer.Form.NFKC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        return BOXED.matcher(plain).replaceAll("$1");
    }

    private static String afterFirstLine(String cut) {
        int end = cut.indexOf('\n');
        return end < 0 ? "" : cut.substring(end + 1);
    }
}
