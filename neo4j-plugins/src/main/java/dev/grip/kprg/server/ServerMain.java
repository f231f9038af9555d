package dev.grip.kprg.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.neo4j.server.CommunityEntryPoint;

/**
 * Starts Neo4j Community as the child of another process and stops it when that process ends. The parent keeps the
 * child's standard input open for as long as it lives; the end of that input, however it comes, is the order to stop.
 */
public final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) {
        var watch = new Thread(() -> stopAtEndOf(System.in), "parent-watch");
        watch.setDaemon(true);
        watch.start();
        CommunityEntryPoint.main(arguments);
    }

    private static void stopAtEndOf(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenPipe) {
            System.err.println("Standard input broke (" + brokenPipe.getMessage() + "): the parent is gone, stopping.");
        }
        // Exit runs the server's own shutdown hook, which closes the store cleanly.
        System.exit(0);
    }
}
