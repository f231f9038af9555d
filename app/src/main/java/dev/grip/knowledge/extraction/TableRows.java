package dev.grip.knowledge.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names in the rows of a Markdown table: its first column, or the second one where the first holds numbers. */
final class TableRows {

    private static final Pattern NUMBER = Pattern.compile("[\\d.#) ]{1,6}");

    private TableRows() {}

    static List<String> items(List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            String row = line.strip();
            if (!row.startsWith("|")) {
                continue;
            }
            if (ruler(row)) {
                names.clear(); // What stands above it are the titles of the columns.
            } else {
                name(row, names);
            }
        }
        return names;
    }

    private static boolean ruler(String row) {
        return row.length() > 2 && row.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
    }

    private static void name(String row, List<String> names) {
        int first = row.indexOf('|', 1);
        String cell = first < 0 ? row.substring(1) : row.substring(1, first);
        int second = first < 0 ? -1 : row.indexOf('|', first + 1);
        boolean numbered = second > 0 && NUMBER.matcher(cell.strip()).matches();
        String name = (numbered ? row.substring(first + 1, second) : cell).strip();
        if (!name.isEmpty()) {
            names.add(name);
        }
    }
}
