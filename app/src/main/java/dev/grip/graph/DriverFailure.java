package dev.grip.graph;

import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Says in words for people what the driver reports: a procedure that refuses its arguments, and a server that is gone. */
final class DriverFailure {

    private static final Pattern REFUSAL = Pattern.compile(
            "(?s)Failed to invoke procedure .*?: Caused by: java\\.lang\\.Illegal(?:Argument|State)Exception: (.*)");

    /** A database that is read-only, shut down, or has met a full disk. */
    private static final Pattern REFUSES_WRITES = Pattern.compile(
            ".*\\.(ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessMode|NotALeader|DatabaseUnavailable|OutOfDiskSpace"
                    + "|TransactionStartFailed|TransactionCommitFailed|TransactionLogError|StorageDamageDetected)");

    /** Trouble that passes; the driver has tried several times by then. A transaction too large for memory is not of this kind. */
    private static final Pattern BUSY = Pattern.compile("Neo\\.TransientError\\.(?!.*OutOfMemory).*");

    /** After a full disk or a damaged file, whatever the code. */
    private static final String BROKEN = "needs to be restarted";

    private DriverFailure() {}

    /**
     * An IllegalArgumentException for a refusal or a plugin that is not there, a GraphException for a server that is gone or takes no
     * writes, the failure itself otherwise.
     */
    static RuntimeException explain(Neo4jException failure) {
        if (failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException) {
            return GraphException.away(
                    "Neo4j went away (" + failure.getMessage()
                            + "): see its log, then start again; everything stored is kept",
                    failure);
        }
        if (String.valueOf(failure.getMessage()).contains(BROKEN)) {
            return GraphException.away(
                    "Neo4j does nothing more until it is restarted (" + failure.getMessage()
                            + "): make room on its disk, then restart it; one that grip started is restarted by itself;"
                            + " everything stored is kept",
                    failure);
        }
        if (REFUSES_WRITES.matcher(failure.code()).matches()) {
            return GraphException.away(
                    "Neo4j takes no writes now (" + failure.getMessage()
                            + "): make room on its disk or make it writable; everything stored is kept",
                    failure);
        }
        if (BUSY.matcher(failure.code()).matches()) {
            return GraphException.away("Neo4j could not do it in time (" + failure.getMessage() + ")", failure);
        }
        var missing = MissingPlugin.explain(failure);
        if (missing.isPresent()) {
            return new IllegalArgumentException(missing.get(), failure);
        }
        var refusal = REFUSAL.matcher(String.valueOf(failure.getMessage()));
        return refusal.matches() ? new IllegalArgumentException(refusal.group(1).strip(), failure) : failure;
    }
}
