package dev.grip.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A server that answers once on a connection, keeps it open, and drops it without a byte when the next request comes. */
class ReusedConnectionTests {

    @Test
    void aRequestOnAConnectionTheServerDropsIsSentOnceThereAndOnceFresh() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            new Thread(() -> acceptAll(listening, received)).start();
            FakeTempo tempo = new FakeTempo(0.5);
            Endpoint endpoint = Endpoint.judge("j", "http://127.0.0.1:" + listening.getLocalPort(), "m", 1);
            ChatModel model =
                    new OpenAiChatModel(new ModelServer(endpoint, RetryPolicy.DEFAULT, tempo, new CallTally()));

            assertThat(model.chat(request("a")).complete()).isTrue();
            assertThat(model.chat(request("b")).complete()).isTrue();

            assertThat(received).containsExactly("a-1", "b-1", "b-2");
            assertThat(tempo.pauses()).containsExactly(Duration.ZERO);
        }
    }

    private static ChatRequest request(String key) {
        return new ChatRequest(key, List.of(ChatMessage.user("hi")), new Sampling(0, 1, 8), 1);
    }

    private static void acceptAll(ServerSocket listening, List<String> received) {
        while (true) {
            try {
                Socket socket = listening.accept();
                new Thread(() -> serve(socket, received)).start();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    // A second POST on one connection is read and the connection closed; everything before it is answered.
    private static void serve(Socket socket, List<String> received) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            int posts = 0;
            for (String first = in.readLine(); first != null; first = in.readLine()) {
                readRest(in, received);
                if (first.startsWith("GET")) {
                    reply(socket, FakeModelServer.models("m", "vllm"));
                } else if (++posts == 1) {
                    reply(socket, FakeModelServer.completion("\"ok\"", "stop"));
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readRest(BufferedReader in, List<String> received) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("X-Request-Id: ")) {
                received.add(line.substring("X-Request-Id: ".length()));
            } else if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    private static void reply(Socket socket, String body) throws IOException {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
