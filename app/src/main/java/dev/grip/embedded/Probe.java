package dev.grip.embedded;

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

    private static final Config IMPATIENT = Config.builder()
            .withConnectionTimeout(2, TimeUnit.SECONDS)
            .withConnectionAcquisitionTimeout(5, TimeUnit.SECONDS)
            .withLogging(Logging.none())
            .build();

    private final Driver driver;

    Probe(String uri, Password password) {
        this.driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", password.text()), IMPATIENT);
    }

    /** What a server answers; NOT_YET also stands for nobody listening. */
    enum Reply {
        READY,
        NOT_YET,
        WRONG_PASSWORD
    }

    Reply ask() {
        try (var session = driver.session(SessionConfig.forDatabase("neo4j"))) {
            session.run("RETURN 1").consume();
            return Reply.READY;
        } catch (AuthenticationException e) {
            return Reply.WRONG_PASSWORD;
        } catch (Neo4jException e) {
            return Reply.NOT_YET;
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
