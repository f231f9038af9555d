package dev.grip.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksTests {

    @TempDir
    Path folder;

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Path missing = folder.resolve("missing.jsonl");
        assertThatThrownBy(() -> Benchmarks.read(List.of(missing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot read the benchmark file " + missing);
        Path latin = Files.write(folder.resolve("latin.jsonl"), new byte[] {'{', (byte) 0xE9, '}'});
        assertThatThrownBy(() -> Benchmarks.read(List.of(latin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The benchmark file " + latin + " is not valid UTF-8; convert it and export again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"problem": "p"          | line 2 is not valid JSON
                    {"text": "p"}            | line 2: there is no 'problem' or 'question'
                    {"problem": "  "}        | line 2: there is no 'problem' or 'question'
                    []                       | line 2: there is no 'problem' or 'question'
                    """)
    void aLineThatIsNoProblemIsNamed(String line, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("b.jsonl"), "{\"problem\": \"p\"}\n" + line + "\n");
        assertThatThrownBy(() -> Benchmarks.read(List.of(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b.jsonl, " + why);
    }

    @Test
    void findsAProblemByItsNormalText() throws IOException {
        Path file = Files.writeString(
                folder.resolve("b.jsonl"),
                "\uFEFF{\"id\": \"t1\", \"question\": \"How many Apples?\"}\r\n\r\n{\"problem\": \"What is $2+3$?\"}\n");
        Benchmarks benchmarks = Benchmarks.read(List.of(file));
        assertThat(benchmarks.size()).isEqualTo(2);
        assertThat(benchmarks.find("how many apples")).contains("b.jsonl:t1");
        assertThat(benchmarks.find("What is 2 + 3")).contains("b.jsonl:line 3");
        assertThat(benchmarks.find("how many pears")).isEmpty();
    }
}
