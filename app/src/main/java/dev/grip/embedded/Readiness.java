package dev.grip.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits until a started server answers a query, or says why it never will. */
final class Readiness {

    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(200);

    private Readiness() {}

    static void await(ServerProcess process, Probe probe, Duration patience, DataFolder data) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (!process.alive()) {
                throw failure("Neo4j stopped while starting (exit code " + process.exitCode() + ").", data);
            }
            Probe.Reply reply = probe.ask();
            if (reply == Probe.Reply.READY) {
                return;
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
                                + " s: give it longer with GRIP_NEO4J_START_TIMEOUT, or see its log.",
                        data);
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
