package dev.grip.knowledge.extraction;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Answer;
import dev.grip.llm.verdicts.AnswerText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an extractor's answer: a numbered or bulleted list of KP names and its usual deformations, in linear time. */
final class KnowledgePointList {

    private static final String NUMBER = "\\d{1,3}[ \\t]?[.):、](?!\\d)";
    private static final Pattern ITEM = Pattern.compile(
            "^[ \\t>]{0,8}[*_`]{0,3}(?:" + NUMBER + "|[-*+•–—](?=[ \\t])|[-•](?=\\p{L}))" + "[ \\t]{0,4}(\\S.{0,299})$",
            Pattern.MULTILINE);
    /** A name in bold or followed by the end of bold, with a description after it. */
    private static final Pattern DESCRIBED =
            Pattern.compile("^(?:\\*\\*)?([^*]{1,200}?)(?:\\*\\*[ \\t]{0,2}[:：–—-]|[:：]\\*\\*).*$");

    private static final Pattern SECOND_MARK = Pattern.compile("^(?:" + NUMBER + "|[-*+•–—])[ \\t]{1,4}");
    private static final Pattern QUOTED = Pattern.compile("^[\"'“‘](.{1,298})[\"'”’]$");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int LONGEST_TEXT = 16_384;

    private KnowledgePointList() {}

    /** As {@link #parse(String, int)}; of an answer that was cut off the last line is left out, since its name may be half a name. */
    static List<String> parse(Answer answer, int limit) {
        String text = answer.text();
        return parse(answer.complete() ? text : wholeLines(text), limit);
    }

    /** The names in order, without repetitions, at most {@code limit}; empty when the answer holds no list. */
    static List<String> parse(String answer, int limit) {
        String text = AnswerText.withoutThinking(answer);
        Map<String, String> names = new LinkedHashMap<>();
        Matcher items = ITEM.matcher(text.length() > LONGEST_TEXT ? wholeLines(text.substring(0, LONGEST_TEXT)) : text);
        while (items.find() && names.size() < limit) {
            String name = clean(items.group(1));
            if (LETTER.matcher(name).find()) {
                names.putIfAbsent(Mention.normal(name), name);
            }
        }
        return new ArrayList<>(names.values());
    }

    private static String wholeLines(String cut) {
        return cut.substring(0, cut.lastIndexOf('\n') + 1);
    }

    private static String clean(String item) {
        String marked = SECOND_MARK.matcher(item).replaceFirst("");
        Matcher described = DESCRIBED.matcher(marked);
        String name = described.matches() ? described.group(1) : marked;
        String plain = withoutEnd(name.replaceAll("[*_`]{1,3}", "").strip());
        Matcher quoted = QUOTED.matcher(plain);
        return (quoted.matches() ? withoutEnd(quoted.group(1)) : plain).replaceAll("\\s{1,20}", " ");
    }

    private static String withoutEnd(String name) {
        return name.replaceAll("[.;,:]{1,3}$", "").strip();
    }
}
