package dev.grip.graph;

import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.ClientException;

/** What the kprg procedures answer to arguments that cannot be used, freed from the words that Neo4j wraps around it. */
final class ProcedureRefusal {

    private static final Pattern WRAPPED = Pattern.compile(
            "(?s)Failed to invoke procedure .*?: Caused by: java\\.lang\\.Illegal(?:Argument|State)Exception: (.*)");

    private ProcedureRefusal() {}

    /** An IllegalArgumentException for a refusal, the failure itself for anything else. */
    static RuntimeException of(ClientException failure) {
        var message = WRAPPED.matcher(String.valueOf(failure.getMessage()));
        return message.matches() ? new IllegalArgumentException(message.group(1).strip(), failure) : failure;
    }
}
