package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one command that the image of Neo4j is made with, run bare. */
final class AddPluginsTests {

    private final Path folder;
    private final Path assembled;
    private final Path home;

    AddPluginsTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        assembled = folder.resolve("with space/assembled");
        home = folder.resolve("home");
        for (Path root : new Path[] {assembled, home}) {
            Files.createDirectories(root.resolve("lib"));
            Files.createDirectories(root.resolve("plugins"));
        }
    }

    @Test
    void withoutTheBuildItFailsAndSaysWhatToRun() {
        Ran ran = addPlugins(folder.resolve("nowhere"), home);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output()).contains("nowhere has no plugin", "./mvnw -q -DskipTests package");
    }

    @Test
    void aFolderThatIsNoNeo4jIsRefused() throws IOException {
        Files.writeString(assembled.resolve("plugins/kprg.jar"), "kprg");

        Ran ran = addPlugins(assembled, folder);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output()).contains(folder + " is no Neo4j home");
    }

    @Test
    void aMissingArgumentIsBadUsage() {
        assertThat(Ran.command("sh", script()).exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheStockServerLacksIsAddedAndNothingElse() throws IOException {
        Files.writeString(home.resolve("lib/guava-1.jar"), "stock");
        Files.writeString(home.resolve("plugins/README.txt"), "stock");
        Files.writeString(assembled.resolve("lib/guava-1.jar"), "ours");
        Files.writeString(assembled.resolve("lib/ejml-1.jar"), "needed by GDS");
        Files.writeString(assembled.resolve("plugins/kprg.jar"), "kprg");
        Files.writeString(assembled.resolve("plugins/notes.txt"), "no jar");

        Ran ran = addPlugins(assembled, home);

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("2 jars added");
        assertThat(names(home.resolve("plugins"))).containsExactly("README.txt", "ejml-1.jar", "kprg.jar");
        assertThat(names(home.resolve("lib"))).containsExactly("guava-1.jar");
        assertThat(home.resolve("lib/guava-1.jar")).hasContent("stock");
        assertThat(home.resolve("plugins/kprg.jar")).hasContent("kprg");
    }

    private static Ran addPlugins(Path assembled, Path home) {
        return Ran.command("sh", script(), assembled.toString(), home.toString());
    }

    private static String script() {
        return Project.path("app/src/main/docker/add-plugins.sh").toString();
    }

    private static Stream<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
