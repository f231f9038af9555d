package dev.grip.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest requests a server received, in order of arrival, whatever became of them. Thread-safe. */
public final class Journal {

    private static final int KEPT = 65_536;

    private final Deque<ReceivedRequest> latest = new ArrayDeque<>();
    private long received;

    /** One request: its {@code X-Request-Id} (empty if none was sent), method and path. */
    public record ReceivedRequest(String id, String method, String path) {}

    /** The latest requests, oldest first; at most 65,536 are kept. */
    public synchronized List<ReceivedRequest> requests() {
        return new ArrayList<>(latest);
    }

    /** How many of the kept requests carried this {@code X-Request-Id}. */
    public synchronized long count(String id) {
        return latest.stream().filter(request -> request.id().equals(id)).count();
    }

    /** All requests since the start. */
    public synchronized long count() {
        return received;
    }

    synchronized void add(ReceivedRequest request) {
        received++;
        latest.addLast(request);
        if (latest.size() > KEPT) {
            latest.removeFirst();
        }
    }
}
