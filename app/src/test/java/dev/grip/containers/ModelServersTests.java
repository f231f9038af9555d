package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ModelServersTests {

    private final ComposeFile compose = ComposeFile.ofProject(ComposeFile.PASSWORD_ONLY);

    @Test
    void theModelServersStartOnlyWithTheGpuProfile() {
        assertThat(compose.serviceNames()).hasSize(9).allSatisfy(name -> {
            boolean isModelServer = name.startsWith("vllm-");
            assertThat(compose.service(name).has("profiles")).as(name).isEqualTo(isModelServer);
        });
        assertThat(servers())
                .allMatch(server -> ComposeFile.texts(server.path("profiles")).equals(List.of("gpu")));
    }

    @Test
    void everyServerReservesGpusAndIsHiddenFromTheHost() {
        assertThat(servers()).hasSize(7).allSatisfy(server -> {
            JsonNode device = server.at("/deploy/resources/reservations/devices/0");
            assertThat(device.path("driver").asText()).isEqualTo("nvidia");
            assertThat(ComposeFile.texts(device.path("capabilities"))).containsExactly("gpu");
            assertThat(server.has("ports")).isFalse();
        });
    }

    @Test
    void everyServerSplitsItsModelOverTheGpusItIsGivenAndNoTwoShareOne() {
        List<String> given = serverNames()
                .flatMap(name -> {
                    List<String> gpus = List.of(compose.service(name)
                            .at("/environment/CUDA_VISIBLE_DEVICES")
                            .asText()
                            .split(",", -1));
                    assertThat(option(compose, name, "--tensor-parallel-size"))
                            .as(name)
                            .isEqualTo(Integer.toString(gpus.size()));
                    return gpus.stream();
                })
                .toList();

        assertThat(given).doesNotHaveDuplicates().hasSize(11);
    }

    @Test
    void theModelsOwnSamplingDefaultsAreSwitchedOff() {
        assertThat(serverNames())
                .allMatch(name -> option(compose, name, "--generation-config").equals("vllm"));
    }

    @Test
    void everyRoleIsServedByARunningServerUnderItsModelsName() {
        JsonNode models = configured(compose);

        assertThat(ComposeFile.names(models))
                .containsExactly("extractor", "generator", "rater", "solver-small", "solver-large", "judges");
        assertThat(endpoints(models)).hasSize(8).allSatisfy(endpoint -> assertServed(compose, endpoint));
        assertThat(endpoints(models).map(endpoint -> host(endpoint)).distinct())
                .containsExactlyInAnyOrderElementsOf(serverNames().toList());
    }

    @Test
    void theJudgesHaveNamesAndWeights() {
        JsonNode judges = configured(compose).path("judges");

        assertThat(ComposeFile.elements(judges).map(judge -> judge.path("name").asText()))
                .containsExactly("judge-1", "judge-2", "judge-3");
        assertThat(ComposeFile.elements(judges))
                .allMatch(judge -> judge.path("weight").asDouble() > 0);
    }

    @Test
    void anotherModelReachesItsServerAndTheProgram() {
        Map<String, String> environment = new HashMap<>(ComposeFile.PASSWORD_ONLY);
        environment.put("GRIP_JUDGE_2_MODEL", "example/other-judge");
        ComposeFile changed = ComposeFile.ofProject(environment);

        assertThat(changed.command("vllm-judge-2")).contains("example/other-judge");
        assertThat(configured(changed).at("/judges/1/model").asText()).isEqualTo("example/other-judge");
        assertThat(endpoints(configured(changed))).allSatisfy(endpoint -> assertServed(changed, endpoint));
    }

    @Test
    void theProgramWaitsForTheServersThatAreSwitchedOn() {
        JsonNode waits = compose.service("app").path("depends_on");

        assertThat(serverNames()).allSatisfy(name -> {
            assertThat(waits.path(name).path("condition").asText()).isEqualTo("service_healthy");
            assertThat(waits.path(name).path("required").asBoolean(true)).isFalse();
        });
    }

    private static void assertServed(ComposeFile compose, JsonNode endpoint) {
        URI url = URI.create(endpoint.path("url").asText());
        assertThat(url.getPath()).isEqualTo("/v1");
        assertThat(Integer.toString(url.getPort())).isEqualTo(option(compose, url.getHost(), "--port"));
        assertThat(compose.command(url.getHost()))
                .first()
                .isEqualTo(endpoint.path("model").asText());
        assertThat(compose.service(url.getHost()).path("healthcheck").toString())
                .contains("http://localhost:" + url.getPort() + "/health");
    }

    private static JsonNode configured(ComposeFile compose) {
        String content = compose.tree().at("/configs/gpu/content").asText();
        return ComposeFile.parse(content, Map.of()).tree().path("models");
    }

    private static Stream<JsonNode> endpoints(JsonNode models) {
        return ComposeFile.elements(models)
                .flatMap(entry -> entry.isArray() ? ComposeFile.elements(entry) : Stream.of(entry));
    }

    private static String host(JsonNode endpoint) {
        return URI.create(endpoint.path("url").asText()).getHost();
    }

    private static String option(ComposeFile compose, String service, String name) {
        List<String> command = compose.command(service);
        return command.get(command.indexOf(name) + 1);
    }

    private Stream<String> serverNames() {
        return compose.serviceNames().stream().filter(name -> name.startsWith("vllm-"));
    }

    private Stream<JsonNode> servers() {
        return serverNames().map(compose::service);
    }
}
