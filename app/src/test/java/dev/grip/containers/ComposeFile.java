package dev.grip.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file as Compose reads it: anchors and merges resolved, variables replaced from the given environment. */
record ComposeFile(JsonNode tree) {

    static final Map<String, String> PASSWORD_ONLY = Map.of("NEO4J_PASSWORD", "correct-horse");

    static ComposeFile ofProject(Map<String, String> environment) {
        return parse(Project.read("docker-compose.yml"), environment);
    }

    static ComposeFile parse(String yaml, Map<String, String> environment) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        JsonNode tree = new ObjectMapper().valueToTree(loaded);
        return new ComposeFile(interpolate(tree, new Interpolation(environment)));
    }

    JsonNode service(String name) {
        return tree.path("services").path(name);
    }

    List<String> serviceNames() {
        return names(tree.path("services"));
    }

    Stream<JsonNode> services() {
        return elements(tree.path("services"));
    }

    /** The words of a service's command, whether it is written as a list or as one line. */
    List<String> command(String service) {
        JsonNode command = service(service).path("command");
        if (command.isArray()) {
            return texts(command);
        }
        return Arrays.stream(command.asText().trim().split("\\s+", -1)).toList();
    }

    static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static JsonNode interpolate(JsonNode node, Interpolation variables) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(variables.apply(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(interpolate(element, variables)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            names(node).forEach(name -> object.set(name, interpolate(node.path(name), variables)));
            return object;
        }
        return node;
    }
}
