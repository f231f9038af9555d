package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DataFolderTests {

    @TempDir
    private Path work;

    @Test
    void aFolderOfOthersIsUsedButNeverDeleted() throws IOException {
        var thesis = Files.writeString(work.resolve("thesis.tex"), "years of work");
        DataFolder.use(work).close();

        assertThatThrownBy(() -> DataFolder.clear(work))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a folder that GRIP made");
        assertThat(thesis).exists();
        assertThat(work.resolve(DataFolder.MARKER)).doesNotExist();
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        var file = Files.writeString(work.resolve("grip-data"), "");

        assertThatThrownBy(() -> DataFolder.clear(file)).hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> DataFolder.use(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose another with --data");
        assertThat(file).exists();
    }

    @Test
    void aFolderInUseIsNotDeleted() throws IOException {
        var folder = work.resolve("grip-data");
        try (var used = DataFolder.use(folder);
                var usedAgain = DataFolder.use(folder)) {
            assertThat(used).isNotSameAs(usedAgain);
            Files.writeString(folder.resolve("store"), "data");

            assertThatThrownBy(() -> DataFolder.clear(folder)).hasMessageContaining("is using");
        }
        assertThat(folder.resolve("store")).exists();
    }

    @Test
    void linksInsideAreDeletedAndNeverFollowed() throws IOException {
        var outside = Files.createDirectories(work.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "data");
        var folder = work.resolve("grip-data");
        DataFolder.use(folder).close();
        Files.createSymbolicLink(folder.resolve("link"), outside);

        DataFolder.clear(folder);

        assertThat(outside.resolve("precious")).exists();
        assertThat(folder.resolve("link")).doesNotExist();
    }

    @Test
    void whatGripMadeIsDeletedAndCanBeUsedAgain() throws IOException {
        var folder = work.resolve("grip-data");
        DataFolder.use(folder).close();
        Files.createDirectories(folder.resolve("neo4j/data"));
        Files.writeString(folder.resolve("neo4j/data/store"), "data");

        DataFolder.clear(folder);

        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(folder.resolve(DataFolder.MARKER));
        }
        DataFolder.use(folder).close();
        DataFolder.clear(folder);
    }

    @Test
    void nothingToDeleteIsFine() {
        DataFolder.clear(work.resolve("nowhere"));
        DataFolder.clear(work);

        assertThat(work).isEmptyDirectory();
    }
}
