package dev.grip.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of what a trace tells: named values, any of which may be missing. */
record Story(Map<?, ?> values) {

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** The value as text; empty when it is missing. */
    String text(String name) {
        var value = values.get(name);
        return value == null ? "" : value.toString();
    }

    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** A score with two places, or nothing. */
    String score(String name) {
        return values.get(name) instanceof Number number
                ? String.format(Locale.ROOT, "%.2f", number.doubleValue())
                : "";
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Story part(String name) {
        return of(values.get(name));
    }

    List<Story> parts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Story::of).toList()
                : List.of();
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Story of(@Nullable Object value) {
        return new Story(value instanceof Map<?, ?> map ? map : Map.of());
    }
}
