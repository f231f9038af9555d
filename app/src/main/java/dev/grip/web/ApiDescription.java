package dev.grip.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The description of the API as OpenAPI: what the compiler wrote from the controllers, with the examples of {@code
 * web/examples.yml}. What a controller says of an example itself stays.
 */
@Controller
@Hidden
final class ApiDescription {

    private static final String JSON = "application/json";

    private final String text;

    ApiDescription() {
        var description = load("/META-INF/swagger/grip.yml");
        var examples = load("/web/examples.yml");
        part(description, "paths").forEach((path, operations) -> map(operations).forEach((method, operation) -> {
            var example = examples.get(method.toUpperCase(Locale.ROOT) + " " + path);
            if (example != null) {
                add(map(operation), map(example));
            }
        }));
        this.text = new Yaml().dump(description);
    }

    @Get(value = "/swagger/grip.yml", produces = MediaType.APPLICATION_YAML)
    String text() {
        return text;
    }

    private static void add(Map<String, Object> operation, Map<String, Object> example) {
        part(operation, "responses").forEach((status, response) -> {
            if (status.startsWith("2")) {
                add(map(response), JSON, example.get("answer"));
            }
        });
        if (operation.containsKey("requestBody")) {
            add(part(operation, "requestBody"), JSON, example.get("body"));
        }
    }

    /** To each kind of content that there is; {@code usual} where there is none. */
    private static void add(Map<String, Object> body, String usual, @Nullable Object example) {
        if (example == null) {
            return;
        }
        var content = part(body, "content");
        if (content.isEmpty()) {
            content.put(usual, new LinkedHashMap<>());
        }
        content.values().forEach(kind -> {
            if (!map(kind).containsKey("examples")) {
                map(kind).put("example", example);
            }
        });
    }

    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return map(whole.computeIfAbsent(name, none -> new LinkedHashMap<>()));
    }

    @SuppressWarnings("unchecked") // YAML's maps have texts as keys here
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> load(String file) {
        try (var in = ApiDescription.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path: build the program again");
            }
            return new Yaml().load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
