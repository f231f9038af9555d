package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.grip.llm.ModelServerException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiEmbeddingModelTests {

    private final FakeModelServer server = new FakeModelServer();
    private final FleetConnection fleet = FleetPolicies.fleet(new FakeTempo(0.5));
    private final OpenAiEmbeddingModel model = fleet.embeddingModel(Endpoint.of(Role.EMBEDDING, server.url(), "m"));

    @AfterEach
    void stop() {
        fleet.close();
        server.close();
    }

    @Test
    void vectorsComeInTheOrderOfTheTextsAndHaveLengthOne() {
        server.answering(200, data("{\"index\":1,\"embedding\":[0,2]},{\"index\":0,\"embedding\":[3,4]}"));

        List<float[]> vectors = model.embed(List.of("first", "second"));

        assertThat(vectors.get(0)).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(vectors.get(1)).containsExactly(new float[] {0f, 1f}, within(1e-6f));
        assertThat(model.dimensions()).isEqualTo(2);
        assertThat(server.posts()).hasSize(1);
        assertThat(server.posts().get(0).path()).isEqualTo("/v1/embeddings");
        assertThat(server.posts().get(0).body())
                .isEqualTo("{\"model\":\"m\",\"input\":[\"first\",\"second\"],\"encoding_format\":\"base64\"}");
        assertThat(fleet.tally().snapshot())
                .extracting(ModelCalls::promptTokens)
                .containsExactly(3L);
    }

    @Test
    void manyTextsGoInBatches() {
        server.answering(200, ones(128)).answering(200, ones(128)).answering(200, ones(44));
        assertThat(model.embed(Collections.nCopies(300, "t"))).hasSize(300);
        assertThat(server.posts()).hasSize(3);
    }

    @Test
    void nothingToEmbedAsksNobody() {
        assertThat(model.embed(List.of())).isEmpty();
        assertThat(server.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"index":0,"embedding":[1,0]}                                 | it gave 1 vectors for 2 texts
                    {"index":0,"embedding":[1,0]},{"index":0,"embedding":[1,0]}   | index 0 stands
                    {"index":0,"embedding":[1,0]},{"index":7,"embedding":[1,0]}   | index 7 stands
                    {"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0,0]} | a vector has 3 numbers and not 2
                    {"index":0,"embedding":[1,0]},{"index":1,"embedding":[0,0]}   | zero or not finite
                    {"index":0,"embedding":[1,0]},{"index":1,"embedding":"AAAA"}  | a vector has 0 numbers and not 2
                    """)
    void anAnswerThatDoesNotFitIsRefused(String items, String says) {
        server.answering(200, data(items));
        assertThatThrownBy(() -> model.embed(List.of("a", "b")))
                .isInstanceOf(ModelServerException.class)
                .hasMessageContaining("(embedding m): ")
                .hasMessageContaining(says);
    }

    @Test
    void anotherDimensionThanBeforeIsRefused() {
        server.answering(200, data("{\"index\":0,\"embedding\":[1,0]}"))
                .answering(200, data("{\"index\":0,\"embedding\":[1,0,0]}"));
        model.embed(List.of("a"));
        assertThatThrownBy(() -> model.embed(List.of("b"))).hasMessageContaining("3 numbers and not 2");
    }

    private static String ones(int count) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < count; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"embedding\":[1,0],\"index\":")
                    .append(i)
                    .append('}');
        }
        return data(items.toString());
    }

    private static String data(String items) {
        return "{\"object\":\"list\",\"data\":[" + items + "],\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}";
    }
}
