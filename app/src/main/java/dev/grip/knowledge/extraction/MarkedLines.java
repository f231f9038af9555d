package dev.grip.knowledge.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a numbered or bulleted list without their marks: {@code 1.}, {@code (2)}, {@code III.}, {@code b)}, {@code 四、},
 * {@code -}. Lines below a line, indented or bulleted under numbers, explain it and are no items of their own.
 */
final class MarkedLines {

    private static final Pattern NUMBERED =
            Pattern.compile("([ \\t>]{0,12})[*_`#]{0,6}[ \\t]?[-*•]?[ \\t]?[*_`]{0,3}(?:"
                    + "[(（\\[]?(\\d{1,3})[ \\t]?([.):、．）：\\]])(?!\\d)"
                    + "|[①-⑳]|[(（](?:[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})[)）]"
                    + "|(?:[IVXivx]{1,5}|[A-Za-z])[.)](?=[ \\t])|[一二三四五六七八九十]{1,3}[、.．])[ \\t]{0,4}");
    private static final Pattern BULLETED =
            Pattern.compile("([ \\t>]{0,12})[*_`]{0,3}(?:[-*+•–—·▪●◦](?=[ \\t])|[-•·●](?=\\p{L}))[ \\t]{0,4}");
    private static final Pattern AFTER_WORDS = Pattern.compile("[^:：\\n]{1,80}[:：][ \\t]{0,4}(?=1[.)、][ \\t]?\\D)");
    private static final int NESTED = 2;

    private final List<String> items = new ArrayList<>();
    private int indentation = -1;
    private boolean numbers;

    private MarkedLines() {}

    static List<String> items(List<String> lines) {
        MarkedLines marked = new MarkedLines();
        lines.forEach(marked::take);
        return marked.items;
    }

    private void take(String line) {
        Matcher words = AFTER_WORDS.matcher(line);
        String list = words.lookingAt() ? line.substring(words.end()) : line;
        Matcher number = NUMBERED.matcher(list);
        if (number.lookingAt()) {
            numbered(number, list);
            return;
        }
        Matcher bullet = BULLETED.matcher(list);
        if (!numbers && bullet.lookingAt() && outer(bullet)) {
            add(list.substring(bullet.end()));
        }
    }

    private void numbered(Matcher number, String line) {
        if (!outer(number)) {
            return;
        }
        if (!numbers) {
            numbers = true;
            items.clear();
        }
        String digits = number.group(2);
        String rest = line.substring(number.end());
        if (digits == null) {
            add(rest);
        } else {
            inOneLine(rest, Integer.parseInt(digits) + 1, number.group(3));
        }
    }

    /** "1. A 2. B 3. C" are three items. */
    private void inOneLine(String text, int second, String mark) {
        int from = 0;
        String sign = " " + second + mark + " ";
        int next = second;
        for (int end = text.indexOf(sign); end >= 0; end = text.indexOf(sign, from)) {
            add(text.substring(from, end));
            from = end + sign.length();
            next++;
            sign = " " + next + mark + " ";
        }
        add(text.substring(from));
    }

    /** Whether a line stands as far out as the first item. */
    private boolean outer(Matcher mark) {
        int width = mark.group(1).replace("\t", "    ").length();
        indentation = indentation < 0 ? width : indentation;
        return width < indentation + NESTED;
    }

    private void add(String item) {
        if (!item.isBlank()) {
            items.add(item.strip());
        }
    }
}
