package dev.grip.llm.http;

import java.io.IOException;
import java.util.function.Consumer;
import okio.BufferedSource;

/**
 * Server-sent events read off a body: hands on the data of each event (several data lines joined by a line end) and leaves out
 * comments and other fields. An event that the end of the body cuts off is handed on as well.
 */
final class EventStream {

    private static final String DATA = "data:";

    private final BufferedSource source;
    private final long limit;
    private final Consumer<String> events;
    private final StringBuilder data = new StringBuilder();
    private boolean pending;
    private long read;

    /** Reads at most {@code limit} bytes. */
    EventStream(BufferedSource source, long limit, Consumer<String> events) {
        this.source = source;
        this.limit = limit;
        this.events = events;
    }

    /** Reads to the end of the body; false when the limit came first. */
    boolean readAll() throws IOException {
        while (true) {
            long end = source.indexOf((byte) '\n', 0, limit - read + 1);
            if (end < 0 && source.getBuffer().size() > limit - read) {
                return false;
            }
            String line = source.readUtf8Line();
            if (line == null) {
                dispatch();
                return true;
            }
            read += end < 0 ? line.length() : end + 1;
            take(line);
        }
    }

    private void take(String line) {
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith(DATA)) {
            int from = line.startsWith(" ", DATA.length()) ? DATA.length() + 1 : DATA.length();
            data.append(pending ? "\n" : "").append(line, from, line.length());
            pending = true;
        }
    }

    private void dispatch() {
        if (pending) {
            String event = data.toString();
            data.setLength(0);
            pending = false;
            events.accept(event);
        }
    }
}
