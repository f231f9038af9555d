package dev.grip.embedded;

import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the embedded Neo4j runs. {@code home} is the assembled server folder, found beside the running program when it is
 * null; the ports are wishes (0 means any free one); {@code configuration} holds further {@code neo4j.conf} settings,
 * which win over the ones written here, and {@code jvmOptions} further options of its Java.
 */
public record EmbeddedSettings(
        @Nullable Path home,
        Path dataDirectory,
        int boltPort,
        int httpPort,
        String heap,
        String pageCache,
        Duration startTimeout,
        @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                Map<String, String> configuration,
        List<String> jvmOptions) {

    public EmbeddedSettings {
        // The configuration binder passes null for a map that nobody configured.
        configuration = configuration == null ? Map.of() : Map.copyOf(configuration);
        jvmOptions = jvmOptions.stream().filter(option -> !option.isBlank()).toList();
    }

    /** The usual settings over the given data folder. */
    public static EmbeddedSettings in(Path dataDirectory) {
        return new EmbeddedSettings(
                null, dataDirectory, 7687, 7474, "1g", "256m", Duration.ofMinutes(2), Map.of(), List.of());
    }

    public EmbeddedSettings withHome(Path folder) {
        return new EmbeddedSettings(
                folder, dataDirectory, boltPort, httpPort, heap, pageCache, startTimeout, configuration, jvmOptions);
    }

    public EmbeddedSettings withPorts(int bolt, int http) {
        return new EmbeddedSettings(
                home, dataDirectory, bolt, http, heap, pageCache, startTimeout, configuration, jvmOptions);
    }

    /** With other sizes of memory, in the JVM's notation such as {@code 4g}. */
    public EmbeddedSettings withMemory(String otherHeap, String otherPageCache) {
        return new EmbeddedSettings(
                home,
                dataDirectory,
                boltPort,
                httpPort,
                otherHeap,
                otherPageCache,
                startTimeout,
                configuration,
                jvmOptions);
    }

    public EmbeddedSettings withStartTimeout(Duration timeout) {
        return new EmbeddedSettings(
                home, dataDirectory, boltPort, httpPort, heap, pageCache, timeout, configuration, jvmOptions);
    }

    public EmbeddedSettings withConfiguration(Map<String, String> further) {
        return new EmbeddedSettings(
                home, dataDirectory, boltPort, httpPort, heap, pageCache, startTimeout, further, jvmOptions);
    }

    public EmbeddedSettings withJvmOptions(String... options) {
        return new EmbeddedSettings(
                home,
                dataDirectory,
                boltPort,
                httpPort,
                heap,
                pageCache,
                startTimeout,
                configuration,
                List.of(options));
    }
}
