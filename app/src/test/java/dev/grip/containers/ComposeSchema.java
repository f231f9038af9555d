package dev.grip.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** The JSON schema of the Compose Specification, as Docker Compose v2 applies it. */
final class ComposeSchema {

    private static final String RESOURCE = "/compose/compose-spec.json";

    /** The schema's own $id is relative and has to be resolved against something. */
    private static final URI BASE = URI.create("https://compose-spec.io/");

    private final JsonSchema schema = load();

    /** What is wrong with the file; empty when nothing is. */
    List<String> errors(JsonNode composeFile) {
        return schema.validate(composeFile).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static JsonSchema load() {
        try (InputStream in = Objects.requireNonNull(ComposeSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(BASE, new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
