package dev.grip.llm.fleet;

import dev.grip.llm.http.Deadlines;
import io.micronaut.core.convert.ConversionService;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link ModelSettings} from properties. Keys are compared with dots, brackets and hyphens alike, because one
 * environment variable such as {@code MODELS_SOLVER_SMALL_URL} reaches us as every dotted and hyphenated variant.
 */
final class ModelSettingsReader {

    private static final List<String> FIELDS =
            List.of("url", "model", "api-key", "max-concurrent", "timeout", "first-token-timeout", "idle-timeout");
    private static final List<String> JUDGE_FIELDS =
            Stream.concat(FIELDS.stream(), Stream.of("name", "weight")).toList();
    private static final String PATIENCE = "patience";
    private static final Pattern LISTED_URL = Pattern.compile("(.+)-url-(\\d{1,4})");
    private static final Pattern JUDGE = Pattern.compile("judges-(\\d{1,4})-.*");

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> single = new TreeSet<>();
    private final Map<String, String> written = new TreeMap<>();
    private final Set<String> known = new TreeSet<>(Set.of(PATIENCE));

    private ModelSettingsReader() {}

    static ModelSettings read(Map<String, ?> properties) {
        ModelSettingsReader reader = new ModelSettingsReader();
        // Whole lists and maps first: a single key, such as an environment variable, overrides what they say.
        properties.forEach((key, value) -> reader.addTree(key, value));
        reader.single.clear();
        properties.forEach((key, value) -> reader.addLeaf(key, value));
        return reader.settings();
    }

    private void addTree(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> add(key + "." + name, inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(key + "." + i, list.get(i));
            }
        }
    }

    private void add(String key, @Nullable Object value) {
        addTree(key, value);
        addLeaf(key, value);
    }

    private void addLeaf(String key, @Nullable Object value) {
        if (value == null
                || value instanceof Map
                || value instanceof List
                || value.toString().isBlank()) {
            return;
        }
        values.put(canonical(key), value.toString().strip());
        written.put(canonical(key), key);
        single.add(canonical(key));
    }

    private static String canonical(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1-$2")
                .replaceAll("[\\[\\]._-]+", "-")
                .replaceAll("-$", "")
                .toLowerCase(Locale.ROOT);
    }

    private ModelSettings settings() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.JUDGE) {
                addEndpoint(endpoints, role, role.word(), FIELDS);
            }
        }
        for (int index : judgeIndexes()) {
            addEndpoint(endpoints, Role.JUDGE, "judges-" + index, JUDGE_FIELDS);
        }
        Duration patience = value("", PATIENCE, Duration.class, ModelSettings.DEFAULT_PATIENCE);
        refuseUnknownKeys();
        return new ModelSettings(endpoints, patience);
    }

    private Set<Integer> judgeIndexes() {
        Set<Integer> indexes = new TreeSet<>();
        for (String key : values.keySet()) {
            Matcher judge = JUDGE.matcher(key);
            if (judge.matches()) {
                indexes.add(Integer.parseInt(judge.group(1)));
            }
        }
        return indexes;
    }

    private void addEndpoint(List<Endpoint> endpoints, Role role, String prefix, List<String> fields) {
        Set<String> given = new LinkedHashSet<>();
        for (String field : fields) {
            known.add(prefix + "-" + field);
            if (values.containsKey(prefix + "-" + field)) {
                given.add(field);
            }
        }
        listed(prefix).forEach(url -> given.add("url"));
        if (!given.isEmpty()) {
            endpoints.add(endpoint(role, prefix));
        }
    }

    private Endpoint endpoint(Role role, String prefix) {
        List<String> urls = urls(prefix);
        String model = required(prefix, "model");
        double weight = value(prefix, "weight", Double.class, 1.0);
        int maxConcurrent = value(prefix, "max-concurrent", Integer.class, Endpoint.DEFAULT_MAX_CONCURRENT);
        Deadlines usual = Endpoint.DEFAULT_DEADLINES;
        Deadlines deadlines = new Deadlines(
                value(prefix, "timeout", Duration.class, usual.whole()),
                value(prefix, "first-token-timeout", Duration.class, usual.first()),
                value(prefix, "idle-timeout", Duration.class, usual.idle()));
        String label = values.getOrDefault(prefix + "-name", model);
        String apiKey = values.get(prefix + "-api-key");
        try {
            List<URI> servers = urls.stream().map(EndpointUrl::normalise).toList();
            return new Endpoint(role, label, servers, model, apiKey, weight, maxConcurrent, deadlines);
        } catch (ModelSettingsException e) {
            throw new ModelSettingsException(shown(prefix) + ": " + e.getMessage(), e);
        }
    }

    /** One address, several with commas between them, or a list: all serve the same model. */
    private List<String> urls(String prefix) {
        List<String> listed = listed(prefix);
        boolean overridden =
                single.contains(prefix + "-url") && single.stream().noneMatch(key -> key.startsWith(prefix + "-url-"));
        String all = listed.isEmpty() || overridden ? required(prefix, "url") : String.join(",", listed);
        return Arrays.stream(all.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
    }

    private List<String> listed(String prefix) {
        Map<Integer, String> listed = new TreeMap<>();
        values.forEach((key, url) -> {
            Matcher place = LISTED_URL.matcher(key);
            if (place.matches() && place.group(1).equals(prefix)) {
                known.add(key);
                listed.put(Integer.parseInt(place.group(2)), url);
            }
        });
        return List.copyOf(listed.values());
    }

    private String required(String prefix, String field) {
        String value = values.get(prefix + "-" + field);
        if (value == null) {
            throw new ModelSettingsException(
                    shown(prefix) + "." + field + " is missing; a model needs url and model, e.g. "
                            + "{url: \"http://localhost:8000/v1\", model: my-model}");
        }
        return value;
    }

    private <T> T value(String prefix, String field, Class<T> type, T otherwise) {
        String value = values.get(prefix.isEmpty() ? field : prefix + "-" + field);
        if (value == null) {
            return otherwise;
        }
        String kind = type == Duration.class ? "duration such as 90s or 10m" : "number";
        return ConversionService.SHARED
                .convert(value, type)
                .orElseThrow(() -> new ModelSettingsException((prefix.isEmpty() ? "models" : shown(prefix)) + "."
                        + field + ": '" + value + "' is not a " + kind));
    }

    private void refuseUnknownKeys() {
        List<String> unknown = values.keySet().stream()
                .filter(key -> !known.contains(key))
                .map(key -> "models." + written.get(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ModelSettingsException("Unknown configuration " + String.join(", ", unknown)
                    + ". Below models stand " + String.join(", ", roleWords()) + " and judges (a list), each with "
                    + String.join(", ", FIELDS) + "; a judge also with name, weight; and " + PATIENCE);
        }
    }

    private static List<String> roleWords() {
        List<String> words = new ArrayList<>();
        Role.singleChat().forEach(role -> words.add(role.word()));
        words.add(Role.EMBEDDING.word());
        return words;
    }

    private static String shown(String prefix) {
        Matcher judge = JUDGE.matcher(prefix + "-");
        return "models." + (judge.matches() ? "judges[" + judge.group(1) + "]" : prefix);
    }
}
