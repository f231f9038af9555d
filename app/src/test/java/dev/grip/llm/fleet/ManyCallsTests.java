package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalServer;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.engine.Latency;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyCallsTests {

    private static final int CALLS = 4096;

    @Test
    void fourThousandCallsAreOutAtOnceInHalfAGigabyteOfHeap() throws Exception {
        RehearsalConfig config = RehearsalConfig.of(Rehearsed.MODEL, Personality.FLAWLESS, conversation -> "fine")
                .withLatency(Latency.fixed(Duration.ofSeconds(20)));
        try (RehearsalServer server = RehearsalServer.start(config)) {
            Process many = start(server);
            try (InputStream output = many.getInputStream()) {
                String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(many.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(many.exitValue()).as(said).isZero();
                String last = said.strip().lines().reduce("", (before, line) -> line);
                assertThat(Integer.parseInt(last)).isEqualTo(CALLS);
                assertThat(server.journal().mostAtOnce()).isEqualTo(CALLS);
            } finally {
                many.destroyForcibly();
            }
        }
    }

    private static Process start(RehearsalServer server) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ManyCalls.class.getName(),
                        server.url().toString(),
                        Integer.toString(CALLS))
                .redirectErrorStream(true)
                .start();
    }
}
