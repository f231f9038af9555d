package dev.grip.llm.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of bare sockets that can break connections in ways an HTTP library does not allow; it keeps a journal of posts. */
final class RawServer implements AutoCloseable {

    /** Answers post number {@code number} of a connection; false closes the connection. */
    interface Reaction {
        boolean answer(Socket socket, int number) throws IOException;
    }

    private final ServerSocket listening;
    private final Reaction reaction;
    private final List<String> requestIds = new CopyOnWriteArrayList<>();

    RawServer(Reaction reaction) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.reaction = reaction;
        new Thread(this::acceptAll).start();
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    List<String> requestIds() {
        return requestIds;
    }

    static void send(Socket socket, String body, int declaredLength) throws IOException {
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + declaredLength + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private void acceptAll() {
        while (true) {
            try {
                Socket socket = listening.accept();
                new Thread(() -> serve(socket)).start();
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            int posts = 0;
            for (String first = in.readLine(); first != null; first = in.readLine()) {
                readRest(in);
                if (first.startsWith("GET")) {
                    String models = FakeModelServer.models("m", "vllm");
                    send(socket, models, models.length());
                } else if (!reaction.answer(socket, ++posts)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readRest(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("X-Request-Id: ")) {
                requestIds.add(line.substring("X-Request-Id: ".length()));
            } else if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
