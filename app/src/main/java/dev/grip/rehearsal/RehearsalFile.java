package dev.grip.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.grip.rehearsal.config.ConfigException;
import dev.grip.rehearsal.config.RecordJson;
import dev.grip.rehearsal.content.Personality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A fleet as a YAML file describes it: {@code servers}, each with its {@code model} and whatever is to be unlike the usual. */
public final class RehearsalFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private RehearsalFile() {}

    /**
     * The servers of a file. One with a model of the usual fleet begins as that; any other one begins as a model that never errs.
     *
     * @throws ConfigException naming the key, the value and what works
     */
    public static List<RehearsalConfig> read(String yaml, List<RehearsalConfig> usual) {
        JsonNode file = parsed(yaml);
        file.fieldNames().forEachRemaining(key -> {
            if (!key.equals("servers")) {
                throw new ConfigException("Unknown key '" + key + "'; known here is servers");
            }
        });
        JsonNode servers = file.path("servers");
        if (!servers.isArray() || servers.isEmpty()) {
            throw new ConfigException("servers must be a list with at least one server, such as [{model: my-model}]");
        }
        List<RehearsalConfig> configs = new ArrayList<>();
        servers.forEach(server -> configs.add(config(server, usual, "servers[" + configs.size() + "]")));
        requireDistinctPorts(configs);
        return configs;
    }

    private static JsonNode parsed(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new ConfigException("It is no YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse("it cannot be read") + line);
        }
    }

    private static RehearsalConfig config(JsonNode server, List<RehearsalConfig> usual, String path) {
        String model = server.path("model").asText("");
        if (model.isBlank()) {
            throw new ConfigException(path + ".model is missing; give the name to serve it under");
        }
        RehearsalConfig begin = usual.stream()
                .filter(config -> config.model().equals(model))
                .findFirst()
                .orElseGet(() -> usual.get(0).withModel(model).withPersonality(Personality.FLAWLESS));
        RehearsalConfig config = RecordJson.change(begin, server, path);
        try {
            return config.requireFits();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(path + ": " + e.getMessage());
        }
    }

    private static void requireDistinctPorts(List<RehearsalConfig> configs) {
        Set<Integer> seen = new HashSet<>();
        for (RehearsalConfig config : configs) {
            if (config.port() != 0 && !seen.add(config.port())) {
                throw new ConfigException("Two servers have port " + config.port() + "; each needs its own, or 0");
            }
        }
    }
}
