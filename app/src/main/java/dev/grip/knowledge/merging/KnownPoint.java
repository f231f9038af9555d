package dev.grip.knowledge.merging;

/** A KP that is in the graph: {@code status} active, banned or merged. */
record KnownPoint(String id, String name, String status) {

    boolean active() {
        return status.equals("active");
    }
}
