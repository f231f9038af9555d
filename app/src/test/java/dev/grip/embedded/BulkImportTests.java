package dev.grip.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops an import; that one works is seen where benchmarks load their graphs. */
@SuppressWarnings("NullAway.Init")
final class BulkImportTests {

    private static final Path HOME =
            Path.of(System.getProperty("grip.test.neo4j.home", "../neo4j-plugins/target/neo4j"));

    @TempDir
    private Path folder;

    @Test
    void aStoreThatIsThereIsNotTouched() throws IOException {
        Path store = Files.createDirectories(folder.resolve("data/databases/neo4j"));
        var load = new BulkImport(EmbeddedSettings.in(folder).withHome(HOME));

        assertThatThrownBy(load::run)
                .isInstanceOf(EmbeddedNeo4jException.class)
                .hasMessageContaining("There is a store in")
                .hasMessageContaining("import into a folder of its own");
        org.assertj.core.api.Assertions.assertThat(store).isEmptyDirectory();
    }

    @Test
    void whatTheImporterComplainsAboutIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), ":ID(Point),id:string\none,1\n");
        var load = new BulkImport(EmbeddedSettings.in(folder).withHome(HOME)).nodes("Point", file);

        assertThatThrownBy(load::run)
                .isInstanceOf(EmbeddedNeo4jException.class)
                .hasMessageStartingWith("Neo4j's import failed. Last lines of ")
                .hasMessageContaining("Error importing csv file");
    }
}
