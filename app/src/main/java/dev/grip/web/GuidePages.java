package dev.grip.web;

import dev.grip.combinations.NamedSelection;
import dev.grip.combinations.NamedSelections;
import dev.grip.graph.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Neo4j Browser shows beside its results: templates in {@code /cypher/guide} on the class path, into which queries, named
 * selections and the program's own address are filled.
 */
final class GuidePages {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)(?: ([\\w-]+))?}}");
    private static final String PROJECTION = "'kprg'";
    private static final String REHEARSAL =
            "<p><b>Rehearsal:</b> simulated models wrote these problems and judged them. They are no training"
                    + " data.</p>";

    private final boolean rehearsal;

    GuidePages(boolean rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The guide itself; {@code app} is the address under which the program was asked for it. */
    String start(String app) {
        return filled(file("start.html"), app);
    }

    /** A slide for each named selection. */
    String selections(String app) {
        return filled(file("selections.html"), app);
    }

    /** A file as it is: the style, or what makes the guide a page of its own. */
    static String file(String name) {
        try (var in = Objects.requireNonNull(GuidePages.class.getResourceAsStream("/cypher/guide/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String filled(String template, String app) {
        return fill(template, slot -> switch (slot.group(1)) {
            case "app" -> escaped(app);
            case "rehearsal" -> rehearsal ? REHEARSAL : "";
            case "query" -> escaped(statement(Query.of("guide/" + slot.group(2)).text()));
            case "selection" -> escaped(runnable(NamedSelections.of(slot.group(2))));
            case "selections" ->
                NamedSelections.all().stream()
                        .map(selection -> slide(selection, app))
                        .collect(Collectors.joining());
            default -> throw new IllegalStateException("The guide has no " + slot.group());
        });
    }

    private static String slide(NamedSelection selection, String app) {
        return fill(file("selection.html"), slot -> switch (slot.group(1)) {
            case "app" -> escaped(app);
            case "name" -> escaped(selection.name());
            case "purpose" -> escaped(selection.purpose());
            case "cypher" -> escaped(runnable(selection));
            default -> throw new IllegalStateException("A selection has no " + slot.group());
        });
    }

    private static String fill(String template, Function<Matcher, String> value) {
        Matcher slots = SLOT.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (slots.find()) {
            slots.appendReplacement(filled, Matcher.quoteReplacement(value.apply(slots)));
        }
        return slots.appendTail(filled).toString();
    }

    /** With its parameters' default values in their places, so that it runs as it stands. */
    private static String runnable(NamedSelection selection) {
        String cypher = statement(selection.cypher()).replace("$projection", PROJECTION);
        for (var parameter : selection.parameters().entrySet()) {
            cypher = cypher.replaceAll(
                    "\\$" + parameter.getKey() + "\\b", Matcher.quoteReplacement(literal(parameter.getValue())));
        }
        return cypher;
    }

    private static String literal(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(GuidePages::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? "'" + text.replace("'", "\\'") + "'" : value.toString();
    }

    private static String statement(String file) {
        return file.lines().dropWhile(line -> line.startsWith("//")).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
