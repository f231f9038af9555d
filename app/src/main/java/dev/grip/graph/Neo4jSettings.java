package dev.grip.graph;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A Neo4j of the user's own; without a {@code uri} the embedded one is used. */
@ConfigurationProperties("neo4j")
public record Neo4jSettings(
        @Nullable URI uri,
        @Bindable(defaultValue = "neo4j") String username,
        @Bindable(defaultValue = "") String password,
        @Bindable(defaultValue = "neo4j") String database) {

    @Override
    public String toString() {
        return "Neo4jSettings[uri=" + uri + ", username=" + username + ", database=" + database + "]";
    }
}
