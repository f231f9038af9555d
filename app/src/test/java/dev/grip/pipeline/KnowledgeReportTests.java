package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeReportTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"grip-2025", "gsdp-2024"})
    void theShippedBoundsAreThoseThatTheCalibrationChooses(String profile) {
        KnowledgeReport report = KnowledgeReport.of(settings(profile), false, false, Progress.NONE);

        assertThat(report.configured()).isEqualTo(report.calibration().bounds());
        assertThat(report.otherBounds()).isFalse();
        assertThat(report.filter()).isNull();
        assertThat(report.graph()).isNull();
    }

    @Test
    void thereIsAGraphWhereAServerIsNamedOrOneWasStartedBefore() throws Exception {
        assertThat(KnowledgeReport.hasGraph(settings("grip-2025"))).isFalse();
        assertThat(KnowledgeReport.hasGraph(
                        Settings.load(null, Map.of("data", data.toString(), "neo4j.uri", "bolt://127.0.0.1:1"))))
                .isTrue();

        Files.createDirectories(data.resolve("neo4j/data/databases/system"));
        assertThat(KnowledgeReport.hasGraph(settings("grip-2025"))).isTrue();
    }

    private Settings settings(String profile) {
        return Settings.load(null, Map.of("data", data.toString(), "profile", profile));
    }
}
