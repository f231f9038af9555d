package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.Sampling;
import dev.grip.llm.ServedModel;
import dev.grip.llm.embeddings.OnnxEmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelFleetTests {

    private static final ChatRequest REQUEST =
            new ChatRequest("k", List.of(ChatMessage.user("hi")), new Sampling(0, 1, 8), 1);

    private final FakeModelServer server =
            new FakeModelServer().answering(200, FakeModelServer.completion("\"ok\"", "stop"));
    private final FakeModelServer other =
            new FakeModelServer().answering(200, FakeModelServer.completion("\"ok\"", "stop"));

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    @Test
    void connectsEveryRoleAndEmbedsInProcessByDefault() {
        try (ModelFleet fleet = ModelFleet.connect(settings(server.url(), "m"))) {
            fleet.requireReady(EnumSet.allOf(Role.class));
            assertThat(fleet.rehearsal()).isFalse();
            assertThat(fleet.embedding()).isInstanceOf(OnnxEmbeddingModel.class);
            assertThat(fleet.judges()).hasSize(2);
            assertThat(fleet.served())
                    .extracting(ServedModel::role)
                    .containsExactly(
                            "extractor",
                            "generator",
                            "rater",
                            "solver-small",
                            "solver-large",
                            "judge",
                            "judge",
                            "embedding");
            assertThat(fleet.chat(Role.GENERATOR).chat(REQUEST).text()).isEqualTo("ok");
            assertThat(fleet.calls()).extracting(ModelCalls::role).containsExactly(Role.GENERATOR);
            assertThatThrownBy(() -> fleet.chat(Role.JUDGE)).hasMessageContaining("No chat model plays judge");
        }
    }

    @Test
    void everyRoleIsShownWithItsServersAlsoWhereRolesShareThem() {
        try (ModelFleet fleet = ModelFleet.connect(settings(other.url(), "m"))) {
            assertThat(fleet.roles())
                    .extracting(RoleServers::role)
                    .containsExactly(
                            Role.EXTRACTOR,
                            Role.GENERATOR,
                            Role.RATER,
                            Role.SOLVER_SMALL,
                            Role.SOLVER_LARGE,
                            Role.JUDGE,
                            Role.JUDGE,
                            Role.EMBEDDING);
            RoleServers second = fleet.roles().get(6);
            assertThat(second.label()).isEqualTo("second");
            assertThat(second.servers()).singleElement().satisfies(status -> {
                assertThat(status.url()).isEqualTo(EndpointUrl.normalise(other.url()));
                assertThat(status.usable()).isTrue();
                assertThat(status.facts()).isEqualTo(new ServerFacts("0.32.0", 4096));
            });
            assertThat(fleet.roles().get(7).servers()).isEmpty();
            assertThat(fleet.servers()).hasSize(2);
        }
    }

    @Test
    void oneSimulatedJudgeMakesTheFleetARehearsal() {
        other.listing(200, FakeModelServer.models("m", "rehearsal"));
        try (ModelFleet fleet = ModelFleet.connect(settings(other.url(), "m"))) {
            assertThat(fleet.rehearsal()).isTrue();
            assertThat(fleet.served())
                    .filteredOn(ServedModel::rehearsal)
                    .extracting(ServedModel::role)
                    .containsExactly("judge");
        }
    }

    @Test
    void whatIsNotReadyIsNamedServerByServer() {
        server.listing(200, FakeModelServer.models("something-else", "vllm"));
        other.close();
        try (ModelFleet fleet = ModelFleet.connect(settings(other.url(), "m"))) {
            assertThatThrownBy(() -> fleet.requireReady(EnumSet.allOf(Role.class)))
                    .isInstanceOf(ModelServerException.class)
                    .hasMessageContaining("(extractor m): it does not serve 'm' but 'something-else'; set model")
                    .hasMessageContaining("model server " + other.url() + " (judge second): cannot connect");
        }
    }

    @Test
    void aReportTellsWhatTheDoctorNeeds() {
        EndpointReport report = ModelFleet.probe(
                        new ModelSettings(List.of(Endpoint.of(Role.RATER, server.url(), "m")), Duration.ofMinutes(1)))
                .get(0);
        assertThat(report.reachable()).isTrue();
        assertThat(report.modelServed()).isTrue();
        assertThat(report.ready()).isTrue();
        assertThat(report.version()).isEqualTo("0.32.0");
        assertThat(report.maxModelLen()).isEqualTo(4096);
        assertThat(report.servedModels()).containsExactly("m");
    }

    @Test
    void aServerOfAnotherKindIsReachableButNotReady() {
        server.listing(200, "<html>It works!</html>");
        EndpointReport report = ModelFleet.probe(
                        new ModelSettings(List.of(Endpoint.of(Role.RATER, server.url(), "m")), Duration.ofMinutes(1)))
                .get(0);
        assertThat(report.reachable()).isTrue();
        assertThat(report.ready()).isFalse();
        assertThat(report.problem()).contains("(rater m): its answer is not JSON", "OpenAI-compatible");
    }

    @Test
    void aMissingKeyIsSeenBeforeAnyCall() {
        server.listing(401, "{\"error\":\"Unauthorized\"}");
        EndpointReport report = ModelFleet.probe(
                        new ModelSettings(List.of(Endpoint.of(Role.RATER, server.url(), "m")), Duration.ofMinutes(1)))
                .get(0);
        assertThat(report.problem()).contains("HTTP 401, Unauthorized; set api-key of models.rater");
    }

    private ModelSettings settings(String secondJudge, String model) {
        List<Endpoint> endpoints = new ArrayList<>();
        Role.singleChat().forEach(role -> endpoints.add(Endpoint.of(role, server.url(), model)));
        endpoints.add(Endpoint.judge("first", server.url(), model, 0.5));
        endpoints.add(Endpoint.judge("second", secondJudge, model, 0.5));
        return new ModelSettings(endpoints, Duration.ofMinutes(1));
    }
}
