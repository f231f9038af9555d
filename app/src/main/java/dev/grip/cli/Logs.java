package dev.grip.cli;

import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Where the log goes. {@code logback.xml} reads the property set here when the first logger is made. */
final class Logs {

    static final String PROPERTY = "grip.log";

    // Held because java.util.logging forgets loggers that nothing refers to.
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    static Path file() {
        return Path.of(System.getProperty(PROPERTY, "grip-data/logs/grip.log"));
    }

    /** Sends all logs to the data folder; has no effect on a log that is open already. */
    static void into(Path data) {
        System.setProperty(PROPERTY, data.resolve("logs").resolve("grip.log").toString());
        LogManager.getLogManager().reset();
        ROOT.addHandler(new ToFile());
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LoggerFactory.getLogger(Logs.class).error("Thread {} ended", thread.getName(), failure));
    }

    /** Passes on what libraries log through java.util.logging, whose default is the terminal. */
    private static final class ToFile extends Handler {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                var name = entry.getLoggerName();
                LoggerFactory.getLogger(name == null ? "java.util.logging" : name)
                        .warn(entry.getMessage(), entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
