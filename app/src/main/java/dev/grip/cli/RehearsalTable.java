package dev.grip.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The servers of a rehearsal: model, address, and what is special about each. */
final class RehearsalTable {

    private static final String WARNING =
            "Nothing here is a language model: every answer is made up by rules and is worth nothing as data.";

    private RehearsalTable() {}

    static List<String> lines(Terminal terminal, List<RehearseCommand.Served> servers) {
        int width = servers.stream()
                .mapToInt(server -> server.model().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add(Lines.title(terminal, "GRIP rehearse", true));
        lines.add(terminal.warned(WARNING));
        lines.add("");
        for (RehearseCommand.Served server : servers) {
            lines.add(String.format(Locale.ROOT, "  %-" + width + "s  %s/v1", server.model(), server.url()));
            lines.addAll(wrapped(server.special(), " ".repeat(width + 4)));
        }
        lines.add("");
        lines.add("Settings and journal of each at /admin/config and /admin/journal. Ctrl-C ends all of them.");
        return lines;
    }

    /** Joined by dots, in lines that fit. */
    private static List<String> wrapped(List<String> words, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty() && indent.length() + line.length() + word.length() + 3 > Terminal.WIDTH) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " · ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(indent + line);
        }
        return lines;
    }
}
