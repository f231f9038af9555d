package dev.grip.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** The servers of one test, stopped after it. */
final class Running implements AutoCloseable {

    private final Deque<EmbeddedNeo4j> servers = new ArrayDeque<>();

    EmbeddedNeo4j add(EmbeddedNeo4j neo4j) {
        servers.push(neo4j);
        return neo4j;
    }

    @Override
    public void close() {
        servers.forEach(EmbeddedNeo4j::close);
    }
}
