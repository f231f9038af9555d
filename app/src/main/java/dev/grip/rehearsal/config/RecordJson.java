package dev.grip.rehearsal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.JudgeSlips;
import dev.grip.rehearsal.faults.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records as JSON objects, one key a component. Reading is a change of a record that is there: keys that are not given keep
 * their values, keys that it does not have are errors. Components of other types, such as functions, are passed over.
 */
public final class RecordJson {

    private RecordJson() {}

    /** The record with the values given; {@code path} is where it stands in the configuration, empty at its top. */
    public static <T extends Record> T change(T record, JsonNode given, String path) {
        requireObject(given, path);
        RecordComponent[] components = record.getClass().getRecordComponents();
        requireKnown(given, components, path);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object now = value(record, components[i]);
            String key = Words.of(components[i].getName());
            JsonNode change = given.get(key);
            values[i] = change == null || change.isNull() ? now : changed(now, change, below(path, key));
        }
        return made(record, components, values, path);
    }

    /** All its components. */
    public static ObjectNode write(Record record) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (readable(component)) {
                node.set(Words.of(component.getName()), written(value(record, component)));
            }
        }
        return node;
    }

    static void requireObject(JsonNode given, String path) {
        if (!given.isObject()) {
            throw new ConfigException((path.isEmpty() ? "The configuration" : path) + " must be keys and values");
        }
    }

    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The keys of a record, for errors. */
    static List<String> keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(RecordJson::readable)
                .map(component -> Words.of(component.getName()))
                .toList();
    }

    static ConfigException unknown(String path, String key, List<String> known) {
        return new ConfigException("Unknown key '" + below(path, key) + "'; known here are "
                + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static void requireKnown(JsonNode given, RecordComponent[] components, String path) {
        List<String> known = Arrays.stream(components)
                .filter(RecordJson::readable)
                .map(component -> Words.of(component.getName()))
                .toList();
        given.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw unknown(path, key, known);
            }
        });
    }

    private static boolean readable(RecordComponent component) {
        Class<?> type = component.getType();
        return type.isPrimitive()
                || type.isRecord()
                || type.isEnum()
                || type == String.class
                || type == Duration.class
                || type == List.class;
    }

    private static Object changed(Object now, JsonNode change, String path) {
        if (now instanceof JudgeSlips) {
            return SlipsJson.read(change, path);
        }
        if (now instanceof Record record) {
            return change(record, change, path);
        }
        if (now instanceof List) {
            return faults(change, path);
        }
        return Values.read(primitive(now), change, path);
    }

    private static Class<?> primitive(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass();
        }
        return java.lang.invoke.MethodType.methodType(value.getClass()).unwrap().returnType();
    }

    private static JsonNode written(Object value) {
        if (value instanceof JudgeSlips slips) {
            return SlipsJson.write(slips);
        }
        if (value instanceof Record record) {
            return write(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            list.forEach(one -> all.add(FaultJson.write((Fault) one)));
            return all;
        }
        return Values.write(value);
    }

    private static List<Fault> faults(JsonNode given, String path) {
        if (!given.isArray()) {
            throw new ConfigException(path + " must be a list, such as [{kind: status, status: 503}]");
        }
        List<Fault> faults = new ArrayList<>();
        given.forEach(one -> faults.add(FaultJson.read(one, path + "[" + faults.size() + "]")));
        return faults;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> T made(T like, RecordComponent[] components, Object[] values, String path) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return (T) like.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            String message = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
            throw new ConfigException(path.isEmpty() ? message : path + ": " + message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + like.getClass(), e);
        }
    }
}
