package dev.grip.graph;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** The database: runs statements in retryable transactions on one named database. Thread-safe. */
public final class Graph implements AutoCloseable {

    private static final int BATCH = 1000;

    private final Driver driver;
    private final String database;
    private final SessionConfig session;

    public Graph(Driver driver, String database) {
        this.driver = driver;
        this.database = database;
        this.session = SessionConfig.forDatabase(database);
    }

    /**
     * Opens a driver and asks the database one question with it.
     *
     * @throws GraphException naming the address, the user or the database that does not work
     */
    public static Graph connect(URI uri, String username, String password, String database) {
        return new Connection(uri, username, password, database).open();
    }

    /** Runs a read statement and returns all its rows. Throws IllegalArgumentException with the words of a procedure that refuses. */
    public List<Record> read(Query query, Map<String, Object> parameters) {
        return stream(query, parameters, Stream::toList);
    }

    /** Runs a read statement and hands its rows, pulled lazily, to {@code rows}, which may be called again on a retry. */
    public <T> T stream(Query query, Map<String, Object> parameters, Function<Stream<Record>, T> rows) {
        try (var open = driver.session(session)) {
            return open.executeRead(transaction -> rows.apply(transaction.run(query.text(), parameters).stream()));
        } catch (Neo4jException e) {
            throw DriverFailure.explain(e);
        }
    }

    /** Runs a write statement, which must be idempotent because it may be retried, and returns its rows. */
    public List<Record> write(Query query, Map<String, Object> parameters) {
        try (var open = driver.session(session)) {
            return open.executeWrite(
                    transaction -> transaction.run(query.text(), parameters).list());
        } catch (Neo4jException e) {
            throw DriverFailure.explain(e);
        }
    }

    /** Statements of one transaction. */
    public interface Together {
        List<Record> run(Query query, Map<String, Object> parameters);
    }

    /** Runs several statements as one transaction, which may be retried as a whole; when {@code work} throws, nothing is written. */
    public <T> T writeTogether(Function<Together, T> work) {
        try (var open = driver.session(session)) {
            return open.executeWrite(transaction -> work.apply((query, parameters) ->
                    transaction.run(query.text(), parameters).list()));
        } catch (Neo4jException e) {
            throw DriverFailure.explain(e);
        }
    }

    /** A statement with its parameters. */
    public record Statement(Query query, Map<String, Object> parameters) {}

    /** Runs write statements as one transaction, in their order, and returns the rows of the last. All of it must be idempotent. */
    public List<Record> write(List<Statement> statements) {
        return writeTogether(transaction -> {
            List<Record> rows = List.of();
            for (Statement statement : statements) {
                rows = transaction.run(statement.query(), statement.parameters());
            }
            return rows;
        });
    }

    /** Runs a write statement with its parameter {@code rows} in parts, each a transaction of its own. */
    public void writeInBatches(Query query, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            write(query, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + BATCH))));
        }
    }

    /**
     * Runs Cypher that a person wrote, if its plan only reads, and returns at most {@code maxRows} rows.
     *
     * @throws SelectionException saying in one sentence why it was refused or failed
     */
    public List<Record> select(String cypher, Map<String, Object> parameters, Duration timeout, int maxRows) {
        return select(cypher, parameters, timeout, maxRows, row -> row);
    }

    /** The same with each row turned into something smaller as soon as it arrives, because a row may hold whole nodes. */
    public <T> List<T> select(
            String cypher, Map<String, Object> parameters, Duration timeout, int maxRows, Function<Record, T> reader) {
        return new Selection(cypher, parameters, timeout, maxRows).run(driver, database, reader);
    }

    /** Whether the database answers a query now. */
    public boolean answers() {
        try (var open = driver.session(session)) {
            open.run("RETURN 1").consume();
            return true;
        } catch (Neo4jException e) {
            return false;
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
