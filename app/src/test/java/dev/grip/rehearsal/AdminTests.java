package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /admin}: settings and journal of a server while it runs. */
@Timeout(60)
class AdminTests {

    private static final String CONFIG = "/admin/config";

    private final RehearsalServer server =
            RehearsalServer.start(Echo.config().withApiKey("secret").withMaxModelLength(1000));
    private final Client client = new Client(server.url());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void allSettingsAreShownAsTheyCanBeGiven() {
        JsonNode config = Client.json(client.get(CONFIG));

        assertThat(config.path("model").asText()).isEqualTo(Echo.MODEL);
        assertThat(config.path("max-model-length").asInt()).isEqualTo(1000);
        assertThat(config.at("/latency/inter-token").asText()).isEqualTo("0");
        assertThat(config.at("/wire/errors").asText()).isEqualTo("object");
        assertThat(config.has("script")).isFalse();
        assertThat(client.post(CONFIG, config.toString()).statusCode()).isEqualTo(200);
        assertThat(Client.json(client.get(CONFIG))).isEqualTo(config);
    }

    @Test
    void aChangeNamesOnlyWhatIsToBeDifferent() {
        String change =
                """
                {"engine": {"max-num-seqs": 3}, "latency": {"inter-token": "1.5ms", "load-factor": 2},
                 "faults": [{"kind": "status", "status": 503, "trigger": {"rate": 0.5, "until": "2m"},
                             "match": {"path": "/v1/chat"}},
                            {"kind": "stall", "events": 4, "duration": "100us"}]}""";

        JsonNode after = Client.json(client.post(CONFIG, change));

        assertThat(after).isEqualTo(Client.json(client.get(CONFIG)));
        assertThat(after.at("/engine/max-num-seqs").asInt()).isEqualTo(3);
        assertThat(after.at("/engine/prefix-caching").asBoolean()).isTrue();
        assertThat(after.at("/latency/inter-token").asText()).isEqualTo("1.5ms");
        assertThat(after.at("/faults/0/trigger/until").asText()).isEqualTo("120s");
        assertThat(after.at("/faults/0/trigger/every").asInt()).isEqualTo(1);
        assertThat(after.at("/faults/1/duration").asText()).isEqualTo("100us");
        assertThat(server.config().engine().maxNumSeqs()).isEqualTo(3);
        assertThat(server.config().faults()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            {'colour': 1}                                      | Unknown key 'colour'; known here are api-key, engine, faults
            {'engine': {'slots': 4}}                           | Unknown key 'engine.slots'; known here are kv-blocks, max-num-batched-tokens, max-num-seqs
            {'engine': 4}                                      | engine must be keys and values
            {'engine': {'max-num-seqs': 'many'}}               | engine.max-num-seqs is 'many'; it must be a whole number
            {'engine': {'max-num-seqs': 0}}                    | engine: maxNumSeqs is 0; give 1 to
            {'engine': {'kv-blocks': 2}}                       | kvBlocks is 2, which holds 32 tokens, but maxModelLength is 1000
            {'engine': {'prefix-caching': 'on'}}               | engine.prefix-caching is 'on'; it must be true or false
            {'latency': {'inter-token': '20'}}                 | latency.inter-token is '20'; it must be a time with its unit, such as 20ms
            {'latency': {'jitter': 'some'}}                    | latency.jitter is 'some'; it must be a number
            {'latency': {'jitter': 2}}                         | latency: jitter is 2.0; give 0.0 to 0.3
            {'wire': {'metrics': 'new'}}                       | wire.metrics is 'new'; it must be one of current, older, sglang, missing
            {'faults': {'kind': 'hang'}}                       | faults must be a list
            {'faults': [{'kind': 'hung'}]}                     | faults[0].kind is 'hung'; it must be one of crash, cut
            {'faults': [{'kind': 'hang', 'events': 1}]}        | Unknown key 'faults[0].events'; known here are duration, kind, match, trigger
            {'faults': [{'kind': 'status', 'status': 200}]}    | faults[0]: status is 200; give 400 to 599
            {'faults': [{'kind': 'hang', 'trigger': {'rate': 7}}]} | faults[0].trigger: rate is 7.0; give 0 to 1
            {'faults': [{'kind': 'hang', 'match': {'url': ''}}]}   | Unknown key 'faults[0].match.url'; known here are body, model, path, request-id
            {'port': 1}                                        | port is 1; a server that runs keeps its port
            {'model': ' '}                                     | model is blank
            ['a']                                              | The request body must be a JSON object.
            {                                                  | JSON decode error
            """)
    void aChangeThatDoesNotWorkSaysWhatWouldAndChangesNothing(String change, String words) {
        JsonNode before = Client.json(client.get(CONFIG));

        HttpResponse<String> response = client.post(CONFIG, change.replace('\'', '"'));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).at("/error/message").asText()).startsWith(words);
        assertThat(Client.json(client.get(CONFIG))).isEqualTo(before);
    }

    @Test
    void theJournalIsShownChosenFromAndCleared() {
        client.post(Echo.CHAT, Echo.call("hello"));
        client.postLater(Echo.CHAT, Echo.call("hello"), "other").join();
        client.get("/health");

        JsonNode all = Client.json(client.get("/admin/journal"));
        JsonNode one = Client.json(client.get("/admin/journal?id=other"));
        JsonNode last = Client.json(client.get("/admin/journal?limit=1"));

        assertThat(all.path("count").asInt()).isEqualTo(3);
        assertThat(all.path("requests")).hasSize(3);
        assertThat(all.path("most-connections").asInt()).isPositive();
        assertThat(all.at("/requests/0/status").asInt()).isEqualTo(401);
        assertThat(all.at("/requests/0/end").asText()).isEqualTo("answered");
        assertThat(all.at("/requests/0/body").asText()).contains("hello");
        assertThat(one.path("count").asInt()).isEqualTo(1);
        assertThat(one.at("/requests/0/id").asText()).isEqualTo("other");
        assertThat(last.path("requests")).hasSize(1);
        assertThat(last.at("/requests/0/path").asText()).isEqualTo("/health");
        assertThat(client.get("/admin/journal?limit=x").statusCode()).isEqualTo(400);
        assertThat(client.delete("/admin/journal").statusCode()).isEqualTo(200);
        assertThat(Client.json(client.get("/admin/journal")).path("count").asInt())
                .isZero();
    }

    @Test
    void aMishapCanBeStruckByHand() {
        assertThat(client.post("/admin/fault", "{\"kind\": \"engine-dead\", \"duration\": \"40ms\"}")
                        .statusCode())
                .isEqualTo(200);
        Until.holds("the engine dies", () -> client.get("/health").statusCode() == 503);
        Until.holds("it is well again", () -> client.get("/health").statusCode() == 200);

        HttpResponse<String> refused = client.post("/admin/fault", "{\"kind\": \"status\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("befalls calls");
    }

    @Test
    void aRestartAnswersFirstAndIsThenAnotherServer() {
        HttpResponse<String> accepted = client.post("/admin/restart", "{\"model\": \"reborn\", \"api-key\": \"\"}");

        assertThat(accepted.statusCode()).isEqualTo(200);
        Until.holds("it is another", () -> server.model().equals("reborn"));
        Client again = new Client(server.url());
        assertThat(Client.json(again.get("/v1/models")).at("/data/0/id").asText())
                .isEqualTo("reborn");
    }

    @Test
    void aServerCanBeKilledByHand() {
        assertThat(client.post("/admin/kill", "{}").statusCode()).isEqualTo(200);

        Until.holds("it is dead", () -> {
            try (java.net.Socket socket =
                    new java.net.Socket(server.url().getHost(), server.url().getPort())) {
                return !socket.isConnected();
            } catch (java.io.IOException refused) {
                return true;
            }
        });
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(client.get("/admin/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get("/admin/kill").statusCode()).isEqualTo(404);
    }
}
