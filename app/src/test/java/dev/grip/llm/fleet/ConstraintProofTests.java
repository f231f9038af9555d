package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.fleet.FakeModelServer.Scripted;
import dev.grip.llm.http.ServerConnection;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintProofTests {

    private static final Scripted ENFORCED = answer("\"{\\\"word\\\": \\\"qwzx-17-blorf\\\"}\"");
    private static final Scripted PARIS = answer("\"Paris\"");
    private static final Scripted REFUSED = new Scripted(400, "{\"error\":{\"message\":\"unknown field\"}}", Map.of());

    private final FakeModelServer server = new FakeModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerThatEnforcesAnswersAsItHasTo() throws Exception {
        enforcing(body -> body.contains("structured_outputs"), PARIS);
        assertThat(find()).isEqualTo(ConstraintMode.STRUCTURED_OUTPUTS);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void oneThatIgnoresTheFirstFieldIsAskedWithTheOther() throws Exception {
        enforcing(body -> body.contains("json_schema"), PARIS);
        assertThat(find()).isEqualTo(ConstraintMode.JSON_SCHEMA);
    }

    @Test
    void oneThatRefusesTheFirstFieldIsAskedWithTheOther() throws Exception {
        enforcing(body -> body.contains("json_schema"), REFUSED);
        assertThat(find()).isEqualTo(ConstraintMode.JSON_SCHEMA);
    }

    @Test
    void thatNothingIsRefusedProvesNothing() throws Exception {
        enforcing(body -> false, PARIS);
        assertThat(find()).isEqualTo(ConstraintMode.NONE);
    }

    @Test
    void oneThatRefusesBothEnforcesNothing() throws Exception {
        enforcing(body -> false, REFUSED);
        assertThat(find()).isEqualTo(ConstraintMode.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 503})
    void oneThatCannotBeAskedNowIsUnknown(int status) throws Exception {
        enforcing(body -> false, new Scripted(status, "qwzx-17-blorf", Map.of()));
        assertThat(find()).isEqualTo(ConstraintMode.UNKNOWN);
    }

    @Test
    void oneThatIsNotThereIsUnknown() throws Exception {
        server.close();
        assertThat(find()).isEqualTo(ConstraintMode.UNKNOWN);
    }

    @Test
    void anAnswerThatCannotBeReadProvesNothing() throws Exception {
        enforcing(body -> false, new Scripted(200, "qwzx-17-blorf", Map.of()));
        assertThat(find()).isEqualTo(ConstraintMode.NONE);
    }

    private void enforcing(Predicate<String> asked, Scripted otherwise) {
        server.answeringEach(received -> asked.test(received.body()) ? ENFORCED : otherwise);
    }

    private ConstraintMode find() throws InterruptedException {
        Endpoint endpoint = Endpoint.of(Role.JUDGE, server.url(), "m");
        try (ServerConnection connection = new ServerConnection(endpoint.url(), null, 1)) {
            return new ConstraintProof(endpoint, connection).find();
        }
    }

    private static Scripted answer(String contentJson) {
        return new Scripted(200, FakeModelServer.completion(contentJson, "stop"), Map.of());
    }
}
