package dev.grip.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/** Asks a server on loopback a real question: does it run queries for our password? */
final class Probe implements AutoCloseable {

    private final Driver driver;

    /** {@code patience} bounds how long somebody who listens may take to greet; nobody listening is noticed at once. */
    Probe(String uri, Password password, Duration patience) {
        var config = Config.builder()
                .withConnectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .withConnectionAcquisitionTimeout(patience.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                .withLogging(Logging.none())
                .build();
        this.driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", password.text()), config);
    }

    /** How Neo4j says that it has met an error, such as a full disk, after which it does nothing more. */
    private static final String BROKEN = "needs to be restarted";

    /** What a server answers; NOT_YET also stands for nobody listening. */
    enum Reply {
        READY,
        NOT_YET,
        WRONG_PASSWORD,
        BROKEN
    }

    Reply ask() {
        try (var session = driver.session(SessionConfig.forDatabase("neo4j"))) {
            session.run("RETURN 1").consume();
            return Reply.READY;
        } catch (AuthenticationException e) {
            return Reply.WRONG_PASSWORD;
        } catch (Neo4jException e) {
            return String.valueOf(e.getMessage()).contains(BROKEN) ? Reply.BROKEN : Reply.NOT_YET;
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
