package dev.grip.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The comment lines that a statement's file starts with. */
record CypherHeader(String purpose, String parameters, Optional<List<String>> columns) {

    static CypherHeader of(String text) {
        var purpose = new StringBuilder();
        var parameters = new StringBuilder();
        var columns = new StringBuilder();
        var section = purpose;
        for (String line : text.lines().takeWhile(l -> l.startsWith("//")).toList()) {
            String content = line.substring(2).strip();
            if (content.startsWith("parameters:")) {
                section = parameters;
                content = content.substring("parameters:".length());
            } else if (content.startsWith("columns:")) {
                section = columns;
                content = content.substring("columns:".length());
            }
            section.append(content.strip()).append(' ');
        }
        return new CypherHeader(
                purpose.toString().strip(),
                orEmptyMap(parameters.toString().strip()),
                list(columns.toString().strip()));
    }

    private static String orEmptyMap(String literal) {
        return literal.isEmpty() || literal.equals("none") ? "{}" : literal;
    }

    private static Optional<List<String>> list(String columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                columns.equals("none")
                        ? List.of()
                        : Arrays.stream(columns.split(",")).map(String::strip).toList());
    }
}
