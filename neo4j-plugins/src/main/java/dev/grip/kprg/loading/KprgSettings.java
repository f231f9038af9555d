package dev.grip.kprg.loading;

import org.neo4j.configuration.Description;
import org.neo4j.configuration.SettingBuilder;
import org.neo4j.configuration.SettingConstraints;
import org.neo4j.configuration.SettingValueParsers;
import org.neo4j.configuration.SettingsDeclaration;
import org.neo4j.graphdb.config.Setting;

/**
 * The settings the plugin adds to {@code neo4j.conf}. The server finds them as a service, and takes only names that begin
 * with one of its own namespaces.
 */
public final class KprgSettings implements SettingsDeclaration {

    @Description("Heap that the kprg projections of all databases may take together. Half of the heap when not set.")
    public static final Setting<Long> PROJECTION_MEMORY_LIMIT = SettingBuilder.newBuilder(
                    "server.kprg.projection.memory_limit",
                    SettingValueParsers.BYTES,
                    Runtime.getRuntime().maxMemory() / 2)
            .addConstraint(SettingConstraints.min(1L))
            .dynamic()
            .build();
}
