package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Sampling;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokenConnectionTests {

    private static final String ANSWER = FakeModelServer.completion("\"ok\"", "stop");

    private FleetConnection fleet = new FleetConnection(Rehearsed.POLICY);

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void aRequestOnAReusedConnectionThatIsDroppedGoesOutOnceThereAndOnceFreshAtOnce() throws Exception {
        try (RawServer server = new RawServer((socket, number) -> number == 1 && answered(socket))) {
            ChatModel model = model(server);
            assertThat(model.chat(request("a")).complete()).isTrue();
            assertThat(model.chat(request("b")).complete()).isTrue();
            assertThat(server.requestIds()).containsExactly("a-1", "b-1", "b-2");
        }
    }

    @Test
    void aServerThatAlwaysDropsGetsEachAttemptOnce() throws Exception {
        try (RawServer server = new RawServer((socket, number) -> false)) {
            Answer answer = model(server).chat(request("a"));
            assertThat(answer.failure()).contains(FailureCategory.SERVER_ERROR);
            assertThat(((Answer.Failed) answer).message()).contains("the connection broke off");
            assertThat(server.requestIds()).hasSizeBetween(4, 6).doesNotHaveDuplicates();
        }
    }

    @Test
    void anAnswerThatBreaksOffIsThrownAway() throws Exception {
        try (RawServer server = new RawServer(BrokenConnectionTests::cutShort)) {
            Answer answer = model(server).chat(request("a"));
            assertThat(answer.failure()).contains(FailureCategory.SERVER_ERROR);
            assertThat(server.requestIds()).hasSizeBetween(4, 6).doesNotHaveDuplicates();
        }
    }

    private static boolean answered(Socket socket) throws IOException {
        RawServer.send(socket, ANSWER, ANSWER.length());
        return true;
    }

    private static boolean cutShort(Socket socket, int number) throws IOException {
        RawServer.send(socket, ANSWER, ANSWER.length() + 100);
        return false;
    }

    private ChatModel model(RawServer server) {
        Endpoint endpoint = Endpoint.judge("j", server.url(), "m", 1);
        fleet = new FleetConnection(Rehearsed.POLICY);
        ChatModel model = fleet.chatModel(endpoint);
        fleet.begin();
        return model;
    }

    private static ChatRequest request(String key) {
        return new ChatRequest(key, List.of(ChatMessage.user("hi")), new Sampling(0, 1, 8), 1);
    }
}
