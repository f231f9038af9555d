package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kprg procedures with a config from JSON, as programs send it to Neo4j's HTTP API. */
final class HttpConfigTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void build() {
        SmallKprg.build(NEO4J);
    }

    /** Neo4j's two HTTP interfaces; both take Cypher with parameters and give what it returns, or errors. */
    private enum Api {
        TRANSACTION("/db/neo4j/tx/commit", "/results/0/data/0/row/0"),
        QUERY("/db/neo4j/query/v2", "/data/values/0/0");

        private final String path;
        private final String value;

        Api(String path, String value) {
            this.path = path;
            this.value = value;
        }

        Map<String, Object> body(String cypher, Map<String, Object> config) {
            Map<String, Object> parameters = Map.of("config", config);
            return this == QUERY
                    ? Map.of("statement", cypher, "parameters", parameters)
                    : Map.of("statements", List.of(Map.of("statement", cypher, "parameters", parameters)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void integersOfJsonAreIntegers(Api api) throws Exception {
        assertThat(rows(api, "kprg.oneHop", "{'limit': 4, 'minWeight': 1, 'maxDegree': 9}"))
                .isEqualTo(4);
        assertThat(rows(api, "kprg.sample", "{'limit': 3, 'seed': 8589934592}")).isEqualTo(3);
        assertThat(rows(api, "kprg.community", "{'communitySizes': [3, 4]}")).isEqualTo(1);
        assertThat(rows(api, "kprg.core", "{'core': {'top': 2}}")).isEqualTo(2);
        assertThat(rows(api, "kprg.oneHop", "{'shard': {'index': 1, 'count': 3}}"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoIntegerIsRefusedByName(Api api) throws Exception {
        assertThat(error(api, "kprg.oneHop", "{'limit': 1.5}")).contains("limit is 1.5, but must be an integer");
        assertThat(error(api, "kprg.oneHop", "{'limit': '4'}")).contains("limit is '4', but must be an integer");
        assertThat(error(api, "kprg.community", "{'communitySizes': [3.5]}")).contains("communitySizes is 3.5");
    }

    private static int rows(Api api, String procedure, String config) throws Exception {
        JsonNode answer = answer(api, procedure, config);
        assertThat(answer.at(api.value).isInt()).as(answer.toString()).isTrue();
        return answer.at(api.value).asInt();
    }

    private static String error(Api api, String procedure, String config) throws Exception {
        JsonNode answer = answer(api, procedure, config);
        return answer.at("/errors/0/message").asText();
    }

    private static JsonNode answer(Api api, String procedure, String config) throws Exception {
        String column = procedure.equals("kprg.core") ? "rank" : "kind";
        String cypher = "CALL %s($config) YIELD %s RETURN count(*)".formatted(procedure, column);
        Map<String, Object> values = JSON.readerForMapOf(Object.class).readValue(config.replace('\'', '"'));
        var neo4j = NEO4J.embedded();
        String account = neo4j.username() + ":" + neo4j.password();
        HttpRequest request = HttpRequest.newBuilder(neo4j.httpUri().resolve(api.path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(api.body(cypher, values))))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}
