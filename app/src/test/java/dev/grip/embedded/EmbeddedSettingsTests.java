package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EmbeddedSettingsTests {

    @Test
    void nothingConfiguredMeansTheUsualSettings() {
        try (var context = ApplicationContext.run()) {
            assertThat(context.getBean(EmbeddedSettings.class))
                    .isEqualTo(EmbeddedSettings.in(Path.of("grip-data/neo4j")));
        }
    }

    @Test
    void everySettingHasANameInTheConfiguration() {
        Map<String, Object> configured = Map.of(
                "grip.neo4j.home", "/opt/neo4j",
                "grip.neo4j.data-directory", "elsewhere",
                "grip.neo4j.bolt-port", 1,
                "grip.neo4j.start-timeout", "5s",
                "grip.neo4j.jvm-options", "-Xss1m,-Xint",
                "grip.neo4j.configuration",
                        Map.of("browser.post_connect_cmd", "play guide", "db.memory.pagecache", "x"));
        try (var context = ApplicationContext.run(configured)) {
            var settings = context.getBean(EmbeddedSettings.class);
            assertThat(settings.home()).isEqualTo(Path.of("/opt/neo4j"));
            assertThat(settings.dataDirectory()).isEqualTo(Path.of("elsewhere"));
            assertThat(settings.boltPort()).isEqualTo(1);
            assertThat(settings.httpPort()).isEqualTo(7474);
            assertThat(settings.startTimeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(settings.jvmOptions()).containsExactly("-Xss1m", "-Xint");
            assertThat(settings.configuration())
                    .containsOnly(
                            Map.entry("browser.post_connect_cmd", "play guide"), Map.entry("db.memory.pagecache", "x"));
        }
    }
}
