package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot work, and what people are told. */
final class FailedStartTests {

    private final Path folder;

    FailedStartTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aHomeThatWasNotBuiltSaysHowToBuildIt() {
        Path empty = folder.resolve("nothing-here");
        assertFails(settings -> settings.withHome(empty))
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("./mvnw -q -DskipTests package")
                .hasMessageContaining("GRIP_NEO4J_HOME");
        assertThat(folder.resolve("password")).doesNotExist();
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedNeo4j.start(Servers.settings(file.resolve("data"))))
                .isInstanceOf(EmbeddedNeo4jException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void aSettingThatNeo4jDoesNotKnowIsShownFromItsOwnOutput() throws Exception {
        // The password is set before: Neo4j's own tool already stumbles over the setting on a first start.
        markAsInitialised();
        assertFails(settings -> settings.withConfiguration(Map.of("server.no.such.setting", "1")))
                .hasMessageContaining("stopped while starting (exit code")
                .hasMessageContaining("server.no.such.setting")
                .hasMessageContaining(folder.resolve("logs").toRealPath().toString());
    }

    @Test
    void aSettingThatIsWrongOnTheFirstStartIsShownToo() {
        assertFails(settings -> settings.withConfiguration(Map.of("server.bolt.enabled", "perhaps")))
                .hasMessageContaining("perhaps");
    }

    @Test
    void aServerThatNeedsTooLongIsStopped() throws Exception {
        assertFails(settings -> settings.withStartTimeout(Duration.ofMillis(500)))
                .hasMessageContaining("did not answer within")
                .hasMessageContaining("GRIP_NEO4J_START_SECONDS");
        try (var lock = FileChannel.open(folder.resolve("data/databases/store_lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).as("the store is free again").isNotNull();
        } catch (java.nio.file.NoSuchFileException neverGotThatFar) {
            assertThat(folder.resolve("state.properties")).doesNotExist();
        }
    }

    @Test
    void aStoreWithoutItsPasswordIsNotTouched() throws Exception {
        Files.createDirectories(folder.resolve("data/databases/system"));
        assertFails(settings -> settings).hasMessageContaining("lost its password file");
        assertThat(folder.resolve("password")).doesNotExist();
    }

    private void markAsInitialised() throws Exception {
        Files.createDirectories(folder.resolve("data/databases/system"));
        Files.writeString(folder.resolve("password"), "abcdefghijkl\n");
    }

    private AbstractThrowableAssert<?, ?> assertFails(Function<EmbeddedSettings, EmbeddedSettings> change) {
        return assertThatThrownBy(() -> EmbeddedNeo4j.start(change.apply(Servers.settings(folder))))
                .isInstanceOf(EmbeddedNeo4jException.class);
    }
}
