package dev.grip.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an extractor's answer: a numbered or bulleted list of KP names and its usual deformations. */
final class KnowledgePointList {

    private static final Pattern ITEM =
            Pattern.compile("^\\s{0,8}(?:\\d{1,3}\\s?[.):、]|[-*•])\\s{0,4}(.{1,300})$", Pattern.MULTILINE);
    private static final int LONGEST_TEXT = 16_384;

    private KnowledgePointList() {}

    /** The names in order, without repetitions, at most {@code limit}; empty when the answer holds no list. */
    static List<String> parse(String answer, int limit) {
        String text = afterThinking(answer);
        Map<String, String> names = new LinkedHashMap<>();
        Matcher items = ITEM.matcher(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        while (items.find() && names.size() < limit) {
            String name = clean(items.group(1));
            if (!name.isEmpty()) {
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return new ArrayList<>(names.values());
    }

    private static String afterThinking(String answer) {
        int end = answer.lastIndexOf("</think>");
        return end < 0 ? answer : answer.substring(end + "</think>".length());
    }

    private static String clean(String item) {
        String plain = item.replaceAll("[*_`]{1,3}", "").strip();
        return plain.replaceAll("[.;,:]{1,3}$", "").replaceAll("\\s{1,20}", " ").strip();
    }
}
