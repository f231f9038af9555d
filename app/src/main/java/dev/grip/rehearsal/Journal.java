package dev.grip.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The latest requests a server received, in order of arrival, and what became of each. Thread-safe; adding and counting take
 * constant time. At most 65,536 requests are kept, and of their bodies the first 4 KB each and the latest 16 MB in all.
 */
public final class Journal {

    private static final int KEPT = 65_536;
    private static final int LONGEST_BODY = 4096;
    private static final int ALL_BODIES = 16 * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final Deque<Entry> latest = new ArrayDeque<>();
    private final Deque<Entry> withBody = new ArrayDeque<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, Long> byFault = new TreeMap<>();
    private int bodyBytes;
    private long received;
    private long cancelled;
    private int atOnce;
    private int mostAtOnce;
    private int mostConnections;

    /** What became of a request. */
    public enum End {
        /** Not answered yet. */
        OPEN,
        /** Answered as it was meant to be, an error on purpose included. */
        ANSWERED,
        /** The client closed the connection first. */
        CLIENT_GONE,
        /** The server broke it off: by a fault, or because it was killed. */
        BROKEN_OFF
    }

    /**
     * One request.
     *
     * @param id its {@code X-Request-Id}, empty if none was sent
     * @param body how its body begins, empty once it is too old
     * @param status of the answer, 0 if no header was sent
     * @param fault the kind of fault that it met, empty if none
     */
    public record ReceivedRequest(
            String id, String method, String path, String body, Instant arrived, End end, int status, String fault) {}

    /** A request whose end may still come. */
    final class Entry {
        private final String id;
        private final String method;
        private final String path;
        private final long arrived = System.currentTimeMillis();
        private byte[] body;
        private End end = End.OPEN;
        private int status;
        private String fault = "";

        private Entry(String id, String method, String path, byte[] body) {
            this.id = id;
            this.method = method;
            this.path = path;
            this.body = body;
        }

        /** It meets a fault of this kind. */
        void meets(String kind) {
            synchronized (Journal.this) {
                fault = kind;
                byFault.merge(kind, 1L, Long::sum);
            }
        }

        /** What became of it. */
        void ended(End how, int withStatus) {
            synchronized (Journal.this) {
                end = how;
                status = withStatus;
                cancelled += how == End.CLIENT_GONE ? 1 : 0;
            }
        }

        private ReceivedRequest request() {
            return new ReceivedRequest(
                    id,
                    method,
                    path,
                    new String(body, StandardCharsets.UTF_8),
                    Instant.ofEpochMilli(arrived),
                    end,
                    status,
                    fault);
        }
    }

    /** The latest requests, oldest first. */
    public synchronized List<ReceivedRequest> requests() {
        List<ReceivedRequest> requests = new ArrayList<>(latest.size());
        latest.forEach(entry -> requests.add(entry.request()));
        return requests;
    }

    /** How many of the kept requests carried this {@code X-Request-Id}. */
    public synchronized long count(String id) {
        return byId.getOrDefault(id, 0);
    }

    /** All requests since the start. */
    public synchronized long count() {
        return received;
    }

    /** How many ended because the client closed the connection before it had its answer. */
    public synchronized long cancelled() {
        return cancelled;
    }

    /** How many met each kind of fault. */
    public synchronized Map<String, Long> faults() {
        return new TreeMap<>(byFault);
    }

    /** The most sequences that were in the server at one time, running or waiting. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** The most connections that were open at one time. */
    public synchronized int mostConnections() {
        return mostConnections;
    }

    /** Forgets all requests and counts. Requests that are open still count as being there. */
    public synchronized void clear() {
        latest.clear();
        withBody.clear();
        byId.clear();
        byFault.clear();
        bodyBytes = 0;
        received = 0;
        cancelled = 0;
        mostAtOnce = atOnce;
        mostConnections = 0;
    }

    Entry add(String id, String method, String path, byte[] body) {
        byte[] kept = body.length <= LONGEST_BODY ? body : java.util.Arrays.copyOf(body, LONGEST_BODY);
        Entry entry = new Entry(id, method, path, kept);
        synchronized (this) {
            received++;
            latest.addLast(entry);
            byId.merge(id, 1, Integer::sum);
            if (latest.size() > KEPT) {
                Entry oldest = latest.removeFirst();
                byId.computeIfPresent(oldest.id, (same, count) -> count == 1 ? null : count - 1);
            }
            keepBody(entry);
        }
        return entry;
    }

    private void keepBody(Entry entry) {
        if (entry.body.length > 0) {
            withBody.addLast(entry);
            bodyBytes += entry.body.length;
        }
        while (bodyBytes > ALL_BODIES) {
            Entry oldest = withBody.removeFirst();
            bodyBytes -= oldest.body.length;
            oldest.body = NOTHING;
        }
    }

    /** So many sequences more, or fewer, are in the server. */
    synchronized void sequences(int change) {
        atOnce += change;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
    }

    synchronized void connections(int open) {
        mostConnections = Math.max(mostConnections, open);
    }
}
