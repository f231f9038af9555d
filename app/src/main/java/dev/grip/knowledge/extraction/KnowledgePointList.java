package dev.grip.knowledge.extraction;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Answer;
import dev.grip.llm.verdicts.AnswerText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an extractor's answer: a list of KP names, one a line, in whatever marks; failing that a table, JSON, or names in a row after
 * "Knowledge points:". Prose holds no names. A name may be as long as a paragraph: judging it is not done here. Linear time.
 */
final class KnowledgePointList {

    private static final int LONGEST_TEXT = 65_536;

    private KnowledgePointList() {}

    /** As {@link #parse(String, int)}; of an answer that was cut off the last line is left out, since its name may be half a name. */
    static List<String> parse(Answer answer, int limit) {
        String text = answer.text();
        return parse(answer.complete() ? text : wholeLines(text), limit);
    }

    /** The names in order, without repetitions, at most {@code limit}; empty when the answer holds no list. */
    static List<String> parse(String answer, int limit) {
        String whole = AnswerText.withoutThinking(answer);
        String text = whole.length() > LONGEST_TEXT ? wholeLines(whole.substring(0, LONGEST_TEXT)) : whole;
        Map<String, String> names = new LinkedHashMap<>();
        for (String item : items(text.lines().toList())) {
            String name = ItemText.name(item);
            if (names.size() < limit && ItemText.saysSomething(name)) {
                names.putIfAbsent(Mention.normal(Mention.text(name)), name);
            }
        }
        return new ArrayList<>(names.values());
    }

    private static List<String> items(List<String> lines) {
        List<String> marked = MarkedLines.items(lines);
        if (!marked.isEmpty()) {
            return marked;
        }
        List<String> cells = TableRows.items(lines);
        if (!cells.isEmpty()) {
            return cells;
        }
        List<String> quoted = JsonNames.items(String.join("\n", lines));
        return quoted.isEmpty() ? PlainNames.items(lines) : quoted;
    }

    private static String wholeLines(String cut) {
        return cut.substring(0, cut.lastIndexOf('\n') + 1);
    }
}
