package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The description of the API says of every operation what it does and how it looks, and the examples fit. */
class ApiDescriptionTests {

    private static final JsonNode API = read(new ApiDescription().text());

    private static JsonNode read(String yaml) {
        return new ObjectMapper().valueToTree(new Yaml().load(yaml));
    }

    static Stream<String> operations() {
        return API.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static JsonNode operation(String name) {
        var parts = name.split(" ", 2);
        return API.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    @Test
    void allOperationsAreThere() {
        assertThat(operations())
                .contains("GET /api/v1/problems", "POST /api/v1/runs", "GET /api/v1/models")
                .hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasASummaryAndAnExampleAnswer(String name) {
        assertThat(operation(name).path("summary").asText()).isNotBlank();
        assertThat(answers(operation(name))).isNotEmpty().allSatisfy(content -> assertThat(
                        content.has("example") || content.has("examples"))
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatItWantsInItsBodyHasAnExample(String name) {
        var body = operation(name).path("requestBody").path("content");

        assertThat(body).allSatisfy(content -> {
            var given = content.has("example")
                    || content.has("examples")
                    || content.at("/schema").has("example");
            assertThat(given
                            || content.at("/schema/properties/file/format")
                                    .asText()
                                    .equals("binary"))
                    .as(content.toString())
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itsExampleHasTheFieldsOfItsSchema(String name) {
        for (var content : answers(operation(name))) {
            var schema = resolved(content.path("schema"));
            var example = content.path("example");
            if (schema.path("type").asText().equals("array")) {
                schema = resolved(schema.path("items"));
                example = example.path(0);
            }
            if (schema.has("properties") && example.isObject()) {
                assertThat(names(schema.get("properties"))).as(name).containsAll(names(example));
            }
        }
    }

    private static List<JsonNode> answers(JsonNode operation) {
        var answers = new ArrayList<JsonNode>();
        operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .forEach(response -> response.path("content").forEach(answers::add));
        return answers;
    }

    private static JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty()
                ? schema
                : API.at("/components/schemas").get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }
}
