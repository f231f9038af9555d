package dev.grip.kprg.procedures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A map given by the caller, read key by key; every refusal names the key, the value and what works instead. */
final class ConfigMap {

    private final String owner;
    private final Map<String, Object> values = new HashMap<>();

    ConfigMap(String owner, Map<?, ?> given, Set<String> keys) {
        this.owner = owner;
        given.forEach((key, value) -> {
            if (!keys.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("%s has no key '%s': %s"
                        .formatted(owner, key, keys.isEmpty() ? "it takes none" : "it takes " + new TreeSet<>(keys)));
            }
            if (value != null) {
                values.put(String.valueOf(key), value);
            }
        });
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    Map<String, Object> values() {
        return values;
    }

    IllegalArgumentException refuse(String key, Object value, String expected) {
        return new IllegalArgumentException(
                "%s: %s is %s, but must be %s".formatted(owner, key, shown(value), expected));
    }

    long integer(String key, long least, long most, long otherwise) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        OptionalLong number = whole(value);
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
            return number.getAsLong();
        }
        throw refuse(key, value, "an integer " + range(least, most));
    }

    /** A value of any integral type: Bolt and Cypher hand over a Long, the HTTP API an Integer where that is wide enough. */
    static OptionalLong whole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte
                ? OptionalLong.of(((Number) value).longValue())
                : OptionalLong.empty();
    }

    double number(String key, double least, double most, double otherwise) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw refuse(key, value, "a number from %s to %s".formatted(plain(least), plain(most)));
    }

    Optional<String> text(String key, String expected) {
        @Nullable Object value = values.get(key);
        if (value != null && !(value instanceof String)) {
            throw refuse(key, value, expected);
        }
        return Optional.ofNullable((String) value);
    }

    Optional<List<?>> list(String key, String expected) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return Optional.of(list);
        }
        throw refuse(key, value, expected);
    }

    Optional<ConfigMap> map(String key, String expected, Set<String> keys) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new ConfigMap(owner + ": " + key, map, keys));
        }
        throw refuse(key, value, expected);
    }

    private static String range(long least, long most) {
        return most == Long.MAX_VALUE ? "of %d or more".formatted(least) : "from %d to %d".formatted(least, most);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }

    private static String shown(Object value) {
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }
}
