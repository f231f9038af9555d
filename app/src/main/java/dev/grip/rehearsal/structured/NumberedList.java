package dev.grip.rehearsal.structured;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists as prompts and models write them: {@code 1. first}, one a line. */
public final class NumberedList {

    private NumberedList() {}

    public static String write(List<String> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> (i + 1) + ". " + items.get(i))
                .collect(Collectors.joining("\n"));
    }

    /** The items, whether numbered, dashed or bare. */
    public static List<String> read(String text) {
        return text.lines()
                .map(NumberedList::withoutMark)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static String withoutMark(String line) {
        String item = line.strip();
        int at = 0;
        while (at < item.length() && Character.isDigit(item.charAt(at))) {
            at++;
        }
        boolean numbered = at > 0 && at < item.length() && (item.charAt(at) == '.' || item.charAt(at) == ')');
        boolean dashed = at == 0 && (item.startsWith("- ") || item.startsWith("* "));
        return numbered || dashed ? item.substring(at + 1).strip() : item;
    }
}
