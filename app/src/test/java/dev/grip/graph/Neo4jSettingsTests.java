package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class Neo4jSettingsTests {

    @Test
    void withoutAnAddressThereIsNone() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(Neo4jSettings.class)).isEqualTo(new Neo4jSettings(null, "neo4j", "", "neo4j"));
        }
    }

    @Test
    void neverShowsThePassword() {
        try (var context = ApplicationContext.run(
                Map.of("neo4j.uri", "neo4j://db:7687", "neo4j.password", "secret", "neo4j.database", "grip"))) {
            var settings = context.getBean(Neo4jSettings.class);
            assertThat(settings.uri()).isEqualTo(URI.create("neo4j://db:7687"));
            assertThat(settings.password()).isEqualTo("secret");
            assertThat(settings.database()).isEqualTo("grip");
            assertThat(settings.toString()).contains("neo4j://db:7687").doesNotContain("secret");
        }
    }
}
