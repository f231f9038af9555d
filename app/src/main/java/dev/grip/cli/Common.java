package dev.grip.cli;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Progress;
import dev.grip.pipeline.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every command has, and what follows from them: settings, data folder, log file, progress. */
final class Common {

    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in YAML (default: grip.yml here, if there is one).")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: grip-data).")
    private @Nullable Path data;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "Overrides one setting, e.g. -D neo4j.uri=bolt://db:7687.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "Prints the result as JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "Shows no progress and no notes.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli shows the help itself
    private boolean help;

    Common(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    boolean json() {
        return json;
    }

    /** A setting given by an option of its own; {@code -D} with the same key gives way. */
    void override(String key, @Nullable Object value) {
        if (value != null) {
            overrides.put(key, value.toString());
        }
    }

    Settings settings() {
        override("data", data);
        if (data != null) {
            Logs.into(data);
        }
        var settings = Settings.load(config, overrides);
        Logs.into(settings.data());
        return settings;
    }

    /** Opens everything; the folder stays in use until the returned session is closed. */
    Session open() {
        return open(settings());
    }

    /** The same for a command that a person may stop. */
    Session open(Settings settings, Stop stop) {
        return open(settings, stop, null);
    }

    /** The same for one that serves the guide below this address. */
    Session open(Settings settings, Stop stop, @Nullable URI guide) {
        var session = opened(settings, guide);
        try {
            stop.begin();
            return session;
        } catch (Stop.Stopped stopped) {
            session.close();
            throw stopped;
        }
    }

    Session open(Settings settings) {
        return opened(settings, null);
    }

    private Session opened(Settings settings, @Nullable URI guide) {
        var folder = DataFolder.use(settings.data());
        try {
            note("Starting the database and the model servers ...");
            var grip = Grip.open(settings, guide);
            grip.places().notices().forEach(this::note);
            return new Session(grip, folder);
        } catch (RuntimeException | Error failure) {
            folder.close();
            throw failure;
        }
    }

    Progress progress() {
        if (quiet) {
            return Progress.NONE;
        }
        return terminal.interactive() ? new BarProgress(terminal) : new LineProgress(terminal);
    }

    void note(String text) {
        if (!quiet) {
            terminal.note(text);
        }
    }
}
