package dev.grip.graph;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Opens a driver and proves with one query that server, user and database are what was configured. */
record Connection(URI uri, String username, String password, String database) {

    private static final Config CONFIG = Config.builder()
            .withUserAgent("grip")
            .withConnectionTimeout(10, TimeUnit.SECONDS)
            .withLogging(Logging.slf4j())
            .build();

    Graph open() {
        Driver driver = driver();
        try (var session = driver.session(SessionConfig.forDatabase(database))) {
            session.run("RETURN 1").consume();
            return new Graph(driver, database);
        } catch (Neo4jException e) {
            driver.close();
            throw new GraphException(explain(e), e);
        }
    }

    private Driver driver() {
        try {
            return GraphDatabase.driver(uri, AuthTokens.basic(username, password), CONFIG);
        } catch (IllegalArgumentException e) {
            throw new GraphException(
                    "neo4j.uri " + uri + " is not an address of Neo4j: use bolt://host:7687 or neo4j://host:7687.", e);
        }
    }

    private String explain(Neo4jException e) {
        if (e instanceof AuthenticationException) {
            return "Neo4j at " + uri + " refused user " + username + ": check neo4j.username and neo4j.password.";
        }
        if (e instanceof ServiceUnavailableException) {
            return "Cannot reach Neo4j at " + uri + ": start it, or correct neo4j.uri.";
        }
        if (e instanceof SecurityException) {
            return "Neo4j at " + uri + " did not agree on encryption (" + e.getMessage()
                    + "): use the bolt+s or neo4j+s scheme only for a server with a certificate.";
        }
        if (e.code().endsWith("DatabaseNotFound")) {
            return "Neo4j at " + uri + " has no database " + database + ": correct neo4j.database.";
        }
        return "Neo4j at " + uri + " cannot be used: " + e.getMessage();
    }

    @Override
    public String toString() {
        return "Connection[" + uri + ", " + username + ", " + database + "]";
    }
}
