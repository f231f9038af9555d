package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoDataTests {

    private static final String FOLDER = "app/src/main/resources/demo/";

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"seed_gsm8k_200.jsonl, 200", "labelled_gsm8k_100.jsonl, 100"})
    void everySeedIsWhole(String file, int rows) {
        List<JsonNode> seeds = read(file);

        assertThat(seeds).hasSize(rows).allSatisfy(seed -> {
            assertThat(seed.path("id").asText()).startsWith("gsm8k-train-");
            assertThat(seed.path("problem").asText()).isNotBlank();
            assertThat(seed.path("solution").asText()).isNotBlank().doesNotContain("<<", "####");
            assertThat(seed.path("answer").asText()).matches("-?[0-9][0-9,.]*");
        });
        assertThat(seeds.stream().map(seed -> seed.path("id").asText())).doesNotHaveDuplicates();
    }

    @Test
    void everyLabelledSeedHasKnowledgePoints() {
        Set<String> names = new HashSet<>();
        for (JsonNode seed : read("labelled_gsm8k_100.jsonl")) {
            List<String> points = ComposeFile.texts(seed.path("knowledge_points"));
            assertThat(points).as(seed.path("id").asText()).isNotEmpty().noneMatch(String::isBlank);
            names.addAll(points);
        }
        assertThat(names).hasSizeGreaterThan(200).contains("Division", "Addition");
    }

    @Test
    void theLicencesLieBesideTheData() {
        assertThat(Project.read(FOLDER + "GSM8K-MIT.txt")).contains("MIT License", "Copyright (c) 2021 OpenAI");
        assertThat(Project.read(FOLDER + "XylonFu-MathScale-MIT.txt"))
                .contains("MIT License", "Copyright (c) 2024 XylonFu");
        assertThat(Project.read(FOLDER + "README.md")).contains("3101c7d", "0f9260c");
    }

    private List<JsonNode> read(String file) {
        return Project.read(FOLDER + file).lines().map(this::parse).toList();
    }

    private JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }
}
