package dev.grip.graph;

import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Says in words for people what the driver reports: a procedure that refuses its arguments, and a server that is gone. */
final class DriverFailure {

    private static final Pattern REFUSAL = Pattern.compile(
            "(?s)Failed to invoke procedure .*?: Caused by: java\\.lang\\.Illegal(?:Argument|State)Exception: (.*)");

    private DriverFailure() {}

    /** An IllegalArgumentException for a refusal, a GraphException for a server that is gone, the failure itself otherwise. */
    static RuntimeException explain(Neo4jException failure) {
        if (failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException) {
            return GraphException.away(
                    "Neo4j went away (" + failure.getMessage()
                            + "): see its log, then start again; everything stored is kept",
                    failure);
        }
        var refusal = REFUSAL.matcher(String.valueOf(failure.getMessage()));
        return refusal.matches() ? new IllegalArgumentException(refusal.group(1).strip(), failure) : failure;
    }
}
