package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTests {

    private static final Map<String, String> MODEL = Map.of("url", "http://h:1", "model", "m");

    @ParameterizedTest
    @CsvSource({
        "http://h:8000, http://h:8000/v1",
        "http://h:8000/, http://h:8000/v1",
        "http://h:8000/v1, http://h:8000/v1",
        "http://h:8000/v1//, http://h:8000/v1",
        "https://h/proxy, https://h/proxy/v1",
        "http://h/v1/chat/completions, http://h/v1",
        "https://h/v1beta/openai/, https://h/v1beta/openai",
        "http://[::1]:80, http://[::1]:80/v1",
        "http://judge_one:8000, http://judge_one:8000/v1",
        "' http://h:8000 ', http://h:8000/v1"
    })
    void anAddressIsAcceptedAsPeopleWriteIt(String written, String used) {
        assertThat(EndpointUrl.normalise(written)).hasToString(used);
        assertThat(EndpointUrl.normalise(used)).hasToString(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:8000", "ftp://h", "http://", "http://h?x=1", "not a url", "http://user:pw@h"})
    void anAddressThatCannotWorkIsRefusedWithoutShowingCredentials(String written) {
        assertThatThrownBy(() -> EndpointUrl.normalise(written))
                .isInstanceOf(ModelSettingsException.class)
                .message()
                .contains("url")
                .doesNotContain("pw");
    }

    @Test
    void nothingConfiguredIsNoError() {
        assertThat(ModelSettings.read(Map.of()).configured()).isFalse();
        assertThat(ModelSettings.read(Map.of("extractor.url", "", "extractor.model", " "))
                        .configured())
                .isFalse();
        assertThat(ModelSettings.read(Map.of("embedding", MODEL)).configured()).isFalse();
    }

    @Test
    void missingRolesAreListedWithAnExample() {
        ModelSettings settings = ModelSettings.read(Map.of("extractor", MODEL, "generator", MODEL, "rater", MODEL));
        assertThat(settings.configured()).isTrue();
        assertThatThrownBy(() -> ModelFleet.connect(settings))
                .isInstanceOf(ModelSettingsException.class)
                .hasMessageContaining("for models.solver-small, models.solver-large, models.judges.")
                .hasMessageContaining("  solver-small: {url: \"http://localhost:8000/v1\", model: my-model}")
                .hasMessageContaining("  judges: [{url:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    extractor.url           | http://h | models.extractor.model is missing
                    judges[1].model         | m        | models.judges[1].url is missing
                    extractor.temperature   | 1        | Unknown configuration models.extractor.temperature
                    solver.url              | http://h | Unknown configuration models.solver.url
                    judge.url               | http://h | Unknown configuration models.judge.url
                    generator.weight        | 2        | Unknown configuration models.generator.weight
                    """)
    void aWrongKeyIsNamed(String key, String value, String says) {
        assertThatThrownBy(() -> ModelSettings.read(Map.of(key, value)))
                .isInstanceOf(ModelSettingsException.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weight         | 0       | models.judges[0]: judge m: weight 0.0 is not allowed
                    weight         | heavy   | models.judges[0].weight: 'heavy' is not a number
                    max-concurrent | 0       | max-concurrent 0 is not allowed
                    timeout        | soon    | 'soon' is not a duration such as 90s or 10m
                    timeout        | 0s      | timeout PT0S is not allowed
                    url            | x       | models.judges[0]: url 'x' is not an http(s) address
                    """)
    void aWrongValueIsNamed(String field, String value, String says) {
        Map<String, String> judge = new HashMap<>(MODEL);
        judge.put(field, value);
        assertThatThrownBy(() -> ModelSettings.read(Map.of("judges", List.of(judge))))
                .isInstanceOf(ModelSettingsException.class)
                .hasMessageContaining(says);
    }

    @Test
    void aKeyIsNeverShown() {
        Endpoint endpoint = ModelSettings.read(
                        Map.of("rater", Map.of("url", "http://h", "model", "m", "api-key", "sk-secret")))
                .endpoint(Role.RATER)
                .orElseThrow();
        assertThat(endpoint.apiKey()).isEqualTo("sk-secret");
        assertThat(endpoint.toString()).doesNotContain("sk-secret");
        assertThatThrownBy(() -> ModelSettings.read(
                        Map.of("rater", Map.of("url", "http://h", "model", "m", "api-key", "sk\nsecret"))))
                .hasMessageContaining("api-key")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void singleKeysOverrideWhatAFileSays() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(
                "solver-small", Map.of("url", "http://a", "model", "small", "max-concurrent", 512, "timeout", "90s"));
        properties.put(
                "judges",
                List.of(
                        Map.of("name", "qwen", "url", "http://b", "model", "q", "weight", 0.4),
                        Map.of("url", "http://c", "model", "d", "api-key", "k")));
        properties.put("solver-large-url", "http://d");
        properties.put("solver-large-model", "large");
        properties.put("solver-small-model", "other");
        properties.put("judges-1-model", "deepseek");

        ModelSettings settings = ModelSettings.read(properties);

        Endpoint small = settings.endpoint(Role.SOLVER_SMALL).orElseThrow();
        assertThat(small.model()).isEqualTo("other");
        assertThat(small.maxConcurrent()).isEqualTo(512);
        assertThat(small.deadlines().whole()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.endpoint(Role.SOLVER_LARGE).orElseThrow().model()).isEqualTo("large");
        assertThat(settings.judges()).extracting(Endpoint::weight).containsExactly(0.4, 1.0);
        assertThat(settings.judges()).extracting(Endpoint::model).containsExactly("q", "deepseek");
    }
}
