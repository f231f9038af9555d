package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the server, and of those attached, when the process that started it is killed. */
final class ParentDeathTests {

    private final Path folder;
    private final Running running = new Running();

    ParentDeathTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aKilledParentLeavesNoOrphanAndTheNextStartWaitsForItsStore() throws Exception {
        Process parent = parent();
        try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
            String line = said.lines()
                    .filter(text -> text.startsWith(ParentProcess.STARTED))
                    .findFirst()
                    .orElse("(it ended without a word)")
                    .substring(ParentProcess.STARTED.length());
            assertThat(line).as("what the parent said").endsWith(" false");
            long child = Long.parseLong(line.substring(0, line.indexOf(' ')));

            var attached = running.add(EmbeddedNeo4j.start(Servers.settings(folder)));
            assertThat(attached.attached()).isTrue();
            assertThat(attached.pid()).isEqualTo(child);
            assertThat(attached.notices()).singleElement().asString().contains("process " + parent.pid());
            attached.close();
            assertThat(Servers.ask(attached, "CREATE (n:Kept) RETURN 1")).isEqualTo(1L);

            parent.destroyForcibly().waitFor();
            var next = running.add(EmbeddedNeo4j.start(Servers.settings(folder)));
            assertThat(endsWithin(Duration.ofSeconds(60), child))
                    .as("the first server ended")
                    .isTrue();
            assertThat(next.attached()).isFalse();
            assertThat(Servers.ask(next, "MATCH (n:Kept) RETURN count(n)")).isEqualTo(1L);
        } finally {
            parent.destroyForcibly();
        }
    }

    /** The store is free a moment before its process is gone. */
    private static boolean endsWithin(Duration patience, long pid) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (RunningServer.alive(pid) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return !RunningServer.alive(pid);
    }

    private Process parent() throws IOException {
        return new ProcessBuilder(
                        ServerProcess.java(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ParentProcess.class.getName(),
                        folder.toString(),
                        Neo4jExtension.home().toAbsolutePath().toString())
                .redirectError(new File(folder.toFile(), "parent.log"))
                .start();
    }
}
