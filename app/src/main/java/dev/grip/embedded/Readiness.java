package dev.grip.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Waits until a started server answers a query, or says why it never will. It is asked only after it has said itself that it serves:
 * until then its ports may be those of a stranger, who must not be offered the password.
 */
final class Readiness {

    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(200);

    /** Neo4j's last word of a start that worked, and what it says when it could not have a port. */
    private static final Pattern SERVING = Pattern.compile("INFO +Started\\.$");

    private static final Pattern ADDRESS_TAKEN = Pattern.compile("(?i)address.*already in use");
    private static final int LINES = 100;

    private Readiness() {}

    private static boolean says(DataFolder data, Pattern words) {
        return LogTail.of(data.log(), LINES).stream()
                .anyMatch(line -> words.matcher(line).find());
    }

    /** How the wait ended; PORT_TAKEN when another process was faster at one of the ports. */
    enum Outcome {
        READY,
        PORT_TAKEN
    }

    static Outcome await(ServerProcess process, Probe probe, Duration patience, DataFolder data) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (!process.alive()) {
                if (says(data, ADDRESS_TAKEN)) {
                    return Outcome.PORT_TAKEN;
                }
                throw failure("Neo4j stopped while starting (exit code " + process.exitCode() + ").", data);
            }
            Probe.Reply reply = says(data, SERVING) ? probe.ask() : Probe.Reply.NOT_YET;
            if (reply == Probe.Reply.READY) {
                return Outcome.READY;
            }
            if (reply == Probe.Reply.WRONG_PASSWORD) {
                throw failure(
                        "Neo4j refused the password in " + data.password()
                                + ": put back the one the store was made with, or move the data folder away.",
                        data);
            }
            if (System.nanoTime() > deadline) {
                throw failure(
                        "Neo4j did not answer within " + patience.toSeconds()
                                + " s: give it longer with GRIP_NEO4J_START_SECONDS, or see its log.",
                        data);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new EmbeddedNeo4jException("The start of Neo4j was broken off.");
            }
            LockSupport.parkNanos(POLL);
        }
    }

    private static EmbeddedNeo4jException failure(String what, DataFolder data) {
        String lines = Stream.concat(LogTail.of(data.console(), 15).stream(), LogTail.of(data.log(), 15).stream())
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"));
        return new EmbeddedNeo4jException(what + "\nLast lines of " + data.log() + " and "
                + data.console().getFileName() + " beside it:\n" + lines);
    }
}
