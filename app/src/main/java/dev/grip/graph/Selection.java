package dev.grip.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** A person's own Cypher: planned first, refused unless it only reads, then run with a time and a row limit. */
record Selection(String cypher, Map<String, Object> parameters, Duration timeout, int maxRows) {

    private static final Pattern PREFIXED = Pattern.compile("(?is)^\\s*(EXPLAIN|PROFILE)\\b.*");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.\\s+(?=[A-Z])|\\.$");

    Selection {
        if (cypher.isBlank()) {
            throw new SelectionException(
                    "The selection is empty: write a query such as MATCH … RETURN knowledgePoints.");
        }
        if (PREFIXED.matcher(cypher).matches()) {
            throw new SelectionException("The selection starts with EXPLAIN or PROFILE: leave that word out.");
        }
        if (timeout.isZero() || timeout.isNegative() || maxRows < 1) {
            throw new IllegalArgumentException(
                    "timeout " + timeout + " and maxRows " + maxRows + " must be greater than 0");
        }
    }

    <T> List<T> run(Driver driver, String database, Function<Record, T> reader) {
        var reading = SessionConfig.builder()
                .withDatabase(database)
                .withDefaultAccessMode(AccessMode.READ)
                .withFetchSize(Math.min(1000, maxRows + 1L))
                .build();
        var limit = TransactionConfig.builder().withTimeout(timeout).build();
        try (var session = driver.session(reading)) {
            SelectionPlan.requireReadOnly(
                    session.run("EXPLAIN " + cypher, parameters, limit).consume());
            try (var transaction = session.beginTransaction(limit)) {
                return rows(transaction.run(cypher, parameters), reader);
            }
        } catch (ServiceUnavailableException e) {
            throw new GraphException("Neo4j went away during a selection: see that it runs, then try again.", e);
        } catch (Neo4jException e) {
            throw new SelectionException(explain(e), e);
        }
    }

    private <T> List<T> rows(Result result, Function<Record, T> reader) {
        var rows = new ArrayList<T>();
        while (result.hasNext()) {
            if (rows.size() == maxRows) {
                throw new SelectionException("The selection returns more than " + maxRows
                        + " rows: narrow it, or end it with LIMIT " + maxRows + ".");
            }
            rows.add(reader.apply(result.next()));
        }
        return rows;
    }

    private String explain(Neo4jException e) {
        String code = e.code();
        if (code.contains("TransactionTimedOut") || code.endsWith("Transaction.Terminated")) {
            return "The selection took longer than " + timeout.toMillis() / 1000.0
                    + " s and was stopped: narrow it, or end it with a LIMIT.";
        }
        var missing = MissingPlugin.explain(e);
        if (missing.isPresent()) {
            return missing.get();
        }
        if (code.endsWith("Statement.AccessMode")) {
            return "The selection must only read, but it writes.";
        }
        if (code.endsWith("ParameterMissing")) {
            return "The selection uses a parameter that was not given: " + firstSentence(e) + ".";
        }
        if (code.contains("Statement.") || code.endsWith("ProcedureNotFound")) {
            return "The selection is not Cypher that this server can run: " + firstSentence(e) + ".";
        }
        return "The selection failed: " + firstSentence(e) + ".";
    }

    private static String firstSentence(Neo4jException e) {
        String message = e.getMessage() == null ? e.code() : e.getMessage();
        String line = message.lines().map(String::strip).findFirst().orElse(message);
        return SENTENCE_END.split(line, 2)[0];
    }
}
