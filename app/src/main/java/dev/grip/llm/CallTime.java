package dev.grip.llm;

/**
 * Where the time of a call went, in nanoseconds: its requests were {@code out} at a server, it waited for {@code room} at one, and
 * it made a {@code pause} before a repeat.
 */
public record CallTime(long out, long room, long pause) {

    public static final CallTime NONE = new CallTime(0, 0, 0);

    public static CallTime out(long nanos) {
        return new CallTime(nanos, 0, 0);
    }

    public static CallTime room(long nanos) {
        return new CallTime(0, nanos, 0);
    }

    public static CallTime pause(long nanos) {
        return new CallTime(0, 0, nanos);
    }

    public CallTime plus(CallTime other) {
        return new CallTime(out + other.out, room + other.room, pause + other.pause);
    }
}
