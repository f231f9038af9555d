package dev.grip.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A bare TCP connection that speaks HTTP by hand, to see exactly what comes back and how it ends. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    RawConnection(URI url) {
        try {
            socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new AssertionError("Cannot connect to " + url, e);
        }
    }

    /** How the server's side of a connection ended. */
    enum End {
        FIN,
        RST
    }

    RawConnection post(String path, String id, String body) {
        return post(path, id, body, "");
    }

    /** With more headers, each ending in a line break. */
    RawConnection post(String path, String id, String body, String headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nX-Request-Id: " + id
                + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads until what has been received contains this. */
    String readUntil(String text) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!text().contains(text)) {
            if (System.nanoTime() > end || !readMore()) {
                throw new AssertionError("Ended without '" + text + "': " + text());
            }
        }
        return text();
    }

    /** Reads whatever comes until the server ends the connection. */
    End readToEnd() {
        try {
            byte[] some = new byte[8192];
            for (int count = socket.getInputStream().read(some);
                    count >= 0;
                    count = socket.getInputStream().read(some)) {
                received.write(some, 0, count);
            }
            return End.FIN;
        } catch (SocketException reset) {
            return End.RST;
        } catch (IOException e) {
            throw new AssertionError("Neither ended nor reset: " + text(), e);
        }
    }

    private boolean readMore() {
        try {
            byte[] some = new byte[8192];
            int count = socket.getInputStream().read(some);
            if (count > 0) {
                received.write(some, 0, count);
            }
            return count >= 0;
        } catch (IOException e) {
            throw new AssertionError("Broken off after: " + text(), e);
        }
    }

    byte[] bytes() {
        return received.toByteArray();
    }

    /** All that was received. */
    String text() {
        return received.toString(StandardCharsets.UTF_8);
    }

    /** Ends it as a client that goes away does. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
