package dev.grip.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays profile, file, environment and command line over each other, in this order, and binds the result strictly. */
final class SettingsLoader {

    static final List<String> PROFILES = List.of("grip-2025", "gsdp-2024");

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** The environment variables of settings other than models, and the keys they set. */
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("NEO4J_URI", "neo4j.uri"),
            Map.entry("NEO4J_USERNAME", "neo4j.username"),
            Map.entry("NEO4J_PASSWORD", "neo4j.password"),
            Map.entry("NEO4J_DATABASE", "neo4j.database"),
            Map.entry("GRIP_NEO4J_HOME", "neo4j.home"),
            Map.entry("GRIP_NEO4J_BOLT_PORT", "neo4j.bolt-port"),
            Map.entry("GRIP_NEO4J_HTTP_PORT", "neo4j.http-port"),
            Map.entry("GRIP_NEO4J_START_SECONDS", "neo4j.start-seconds"),
            Map.entry("GRIP_DATA", "data"),
            Map.entry("GRIP_PROFILE", "profile"),
            Map.entry("GRIP_HOST", "server.host"),
            Map.entry("GRIP_PORT", "server.port"),
            Map.entry("GRIP_API_TOKEN", "api.token"));

    /** Texts whatever they look like: as a number, 007 would become 7. */
    private static final Set<String> SECRETS = Set.of("token", "password");

    private static final String MODELS = "MODELS_";

    private SettingsLoader() {}

    static Settings load(@Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
        ObjectNode given = file(file);
        environment(given, environment);
        overrides.forEach((key, value) -> put(given, key, value));
        ObjectNode all = resource("defaults");
        merge(all, resource(profile(given)));
        merge(all, given);
        return bind(all);
    }

    private static ObjectNode file(@Nullable Path file) {
        Path path = file == null ? Path.of("grip.yml") : file;
        if (!Files.exists(path)) {
            if (file != null) {
                throw new SettingsException("There is no configuration file " + file);
            }
            return YAML.createObjectNode();
        }
        try {
            return tree(YAML.readTree(path.toFile()), path.toString());
        } catch (JsonProcessingException e) {
            throw new SettingsException(path + " is not valid YAML: " + firstLine(e) + line(e));
        } catch (IOException e) {
            throw new SettingsException("Cannot read " + path + ": " + e.getMessage());
        }
    }

    /** YAML's own messages go on over many lines and draw the place. */
    private static String firstLine(JsonProcessingException e) {
        if (e.getCause() instanceof CharConversionException) {
            return "it is not a text in UTF-8";
        }
        return e.getOriginalMessage().lines().map(String::strip).findFirst().orElse("it cannot be read");
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    private static void environment(ObjectNode given, Map<String, String> environment) {
        VARIABLES.forEach((variable, key) -> {
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                put(given, key, value);
            }
        });
        environment.forEach((variable, value) -> {
            if (variable.startsWith(MODELS) && !value.isBlank()) {
                String key = variable.substring(MODELS.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                given.withObjectProperty("models").put(key, value);
            }
        });
    }

    private static void put(ObjectNode root, String dottedKey, String value) {
        int dot = dottedKey.indexOf('.');
        if (dot < 0) {
            root.set(
                    dottedKey,
                    SECRETS.contains(dottedKey) ? YAML.getNodeFactory().textNode(value) : parsed(value));
            return;
        }
        String name = dottedKey.substring(0, dot);
        ObjectNode below = root.path(name).isObject() ? (ObjectNode) root.path(name) : root.putObject(name);
        put(below, dottedKey.substring(dot + 1), value);
    }

    /** Numbers and lists are read as YAML; what looks like neither, such as a password with a colon, stays text. */
    private static JsonNode parsed(String value) {
        try {
            JsonNode node = YAML.readTree(value);
            return node.isNumber()
                            || node.isBoolean()
                            || node.isArray()
                            || value.strip().startsWith("{")
                    ? node
                    : YAML.getNodeFactory().textNode(value);
        } catch (JsonProcessingException e) {
            return YAML.getNodeFactory().textNode(value);
        }
    }

    private static String profile(ObjectNode given) {
        String profile = given.path("profile").asText(PROFILES.get(0));
        if (!PROFILES.contains(profile)) {
            throw new SettingsException(
                    "profile is '" + profile + "'; it must be one of " + String.join(", ", PROFILES));
        }
        return profile;
    }

    private static ObjectNode resource(String name) {
        try (InputStream in = SettingsLoader.class.getResourceAsStream("/profiles/" + name + ".yml")) {
            return tree(YAML.readTree(in), name);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read profile " + name, e);
        }
    }

    private static ObjectNode tree(@Nullable JsonNode node, String where) {
        if (node == null || node.isMissingNode() || node.isNull()) {
            return YAML.createObjectNode();
        }
        if (!node.isObject()) {
            throw new SettingsException(where + " must hold keys and values, such as 'profile: grip-2025'");
        }
        return (ObjectNode) node;
    }

    private static void merge(ObjectNode base, ObjectNode over) {
        over.properties().forEach(entry -> {
            JsonNode below = base.path(entry.getKey());
            boolean choice = entry.getKey().equals("core");
            if (entry.getValue().isNull() && base.has(entry.getKey())) {
                return; // A key without a value, such as a section whose lines are all commented out.
            }
            if (below.isObject() && entry.getValue().isObject() && !choice) {
                merge((ObjectNode) below, (ObjectNode) entry.getValue());
            } else {
                base.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static Settings bind(ObjectNode all) {
        try {
            return YAML.treeToValue(all, Settings.class);
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds() == null
                    ? ""
                    : e.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
            throw new SettingsException(
                    "Unknown configuration key '" + path(e.getPath()) + "'; known here are " + known);
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause();
            throw new SettingsException(
                    path(e.getPath()) + ": " + (cause == null ? e.getOriginalMessage() : cause.getMessage()));
        } catch (InvalidFormatException e) {
            throw new SettingsException(path(e.getPath()) + " is '" + e.getValue() + "'; it must be " + kind(e));
        } catch (MismatchedInputException e) {
            throw new SettingsException(path(e.getPath()) + " must be " + kind(e));
        } catch (JsonMappingException e) {
            throw new SettingsException(path(e.getPath()) + ": " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new SettingsException(e.getOriginalMessage());
        }
    }

    private static String kind(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "something else: " + e.getOriginalMessage();
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (List.class.isAssignableFrom(type)) {
            return "a list, such as [a, b]";
        }
        if (type == URI.class) {
            return "an address, such as bolt://host:7687";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "a section of keys and values" : "a text";
    }

    private static String path(List<JsonMappingException.Reference> references) {
        return references.stream()
                .map(reference ->
                        reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName())
                .collect(Collectors.joining("."));
    }
}
