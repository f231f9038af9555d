package dev.grip.graph;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;

/** The database: runs statements in retryable transactions on one named database. Thread-safe. */
public final class Graph implements AutoCloseable {

    private final Driver driver;
    private final SessionConfig session;

    public Graph(Driver driver, String database) {
        this.driver = driver;
        this.session = SessionConfig.forDatabase(database);
    }

    /** Runs a read statement and returns all its rows. */
    public List<Record> read(Query query, Map<String, Object> parameters) {
        return stream(query, parameters, Stream::toList);
    }

    /** Runs a read statement and hands its rows, pulled lazily, to {@code rows}, which may be called again on a retry. */
    public <T> T stream(Query query, Map<String, Object> parameters, Function<Stream<Record>, T> rows) {
        try (var open = driver.session(session)) {
            return open.executeRead(transaction -> rows.apply(transaction.run(query.text(), parameters).stream()));
        }
    }

    /** Runs a write statement, which must be idempotent because it may be retried, and returns its rows. */
    public List<Record> write(Query query, Map<String, Object> parameters) {
        try (var open = driver.session(session)) {
            return open.executeWrite(
                    transaction -> transaction.run(query.text(), parameters).list());
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
