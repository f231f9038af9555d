package dev.grip.pipeline.spending;

/**
 * Where the time of calls went, in seconds, added up over all that went on at once: at the server, waiting for room at one, in
 * pauses before repeats, and waiting until Neo4j had the answer.
 */
public record StageTime(double server, double room, double pause, double store) {

    public static final StageTime NONE = new StageTime(0, 0, 0, 0);

    public StageTime plus(StageTime other) {
        return new StageTime(server + other.server, room + other.room, pause + other.pause, store + other.store);
    }

    public double all() {
        return server + room + pause + store;
    }
}
