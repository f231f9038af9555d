package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check that the CI script makes of the demo's dataset, on datasets with one thing wrong each. */
final class DatasetCheckTests {

    private static final String MESSAGES = "grip-rehearsal-messages.jsonl";
    private static final String ALPACA = "grip-rehearsal-alpaca.jsonl";

    private static final String MESSAGES_ROW =
            """
            {"messages": [{"role": "user", "content": "1 + 1?"}, {"role": "assistant", "content": "It is \\\\boxed{2}."}], \
            "rehearsal": true, "grip": {"run": "r1"}}
            """;
    private static final String ALPACA_ROW =
            """
            {"instruction": "1 + 1?", "input": "", "output": "It is \\\\boxed{2}.", \
            "rehearsal": true, "grip": {"run": "r1"}}
            """;

    private final Path folder;

    DatasetCheckTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        write(MESSAGES, MESSAGES_ROW + MESSAGES_ROW);
        write(ALPACA, ALPACA_ROW + ALPACA_ROW);
        write("dataset_info.json", "{\"grip\": {\"file_name\": \"" + ALPACA + "\"}}");
        write("README.md", "Made in rehearsal.");
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsPlace() throws IOException {
        write(MESSAGES, MESSAGES_ROW + "{\"messages\": \n");
        write(ALPACA, ALPACA_ROW.replace("true", "false") + ALPACA_ROW.replace("\\\\boxed{2}", "2"));
        write("dataset_info.json", "{\"grip\": {\"file_name\": \"other.jsonl\"}}");

        assertFault(
                MESSAGES + " line 2 is not JSON",
                ALPACA + " line 1 has no \"rehearsal\": true",
                ALPACA + " line 2 output has no \\boxed{} answer",
                "dataset_info.json names a missing file: 'other.jsonl'");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("dataset_info.json"));

        assertFault("dataset_info.json is missing in " + folder);
    }

    @Test
    void aDatasetWithoutRowsIsRefused() throws IOException {
        write(MESSAGES, "");

        assertFault(MESSAGES + " has no row", MESSAGES + " has 0 rows but " + ALPACA + " has 2");
    }

    @Test
    void rowsWithoutProvenanceOrSolutionAreRefused() throws IOException {
        write(MESSAGES, MESSAGES_ROW.replace("{\"run\": \"r1\"}", "{}") + MESSAGES_ROW.replace("assistant", "user"));

        assertFault(
                MESSAGES + " line 1 has no provenance in \"grip\"",
                MESSAGES + " line 2 has no solution from the assistant");
    }

    @Test
    void aGoodDatasetIsCounted() {
        Ran ran = check();

        assertThat(ran.output()).contains("2 rows in " + MESSAGES);
        assertThat(ran.exitCode()).isZero();
    }

    private void assertFault(String... faults) {
        Ran ran = check();

        assertThat(ran.output()).contains(faults);
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    private Ran check() {
        return Ran.command(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Project.path(".ci/CheckDataset.java").toString(),
                folder.toString());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
