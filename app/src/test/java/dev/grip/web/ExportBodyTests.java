package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class ExportBodyTests {

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"..", "../other", "/etc", "a/b", ".hidden", "-x", "", "a b"})
    void aNameThatIsAPathIsRefused(String name) {
        assertThatThrownBy(() -> new ExportBody(name, null, null).toRequest(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name is '" + name + "'");
        assertThatThrownBy(() -> new ExportBody(null, null, List.of(name)).toRequest(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("benchmarks is '" + name + "'");
    }

    @Test
    void aBenchmarkThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> new ExportBody(null, null, List.of("gsm8k.jsonl")).toRequest(data))
                .hasMessageContaining("there is no file " + data.resolve("benchmarks/gsm8k.jsonl"));
    }

    @Test
    void theFolderIsNamedAfterTheRunUnlessItHasAName() throws IOException {
        Files.createDirectories(data.resolve("benchmarks"));
        Files.writeString(data.resolve("benchmarks/gsm8k.jsonl"), "");

        assertThat(new ExportBody(null, null, null).toRequest(data).directory()).isEqualTo(data.resolve("exports/all"));
        assertThat(new ExportBody(null, "r1", null).toRequest(data).directory()).isEqualTo(data.resolve("exports/r1"));
        var named = new ExportBody("mine", "r1", List.of("gsm8k.jsonl")).toRequest(data);
        assertThat(named.directory()).isEqualTo(data.resolve("exports/mine"));
        assertThat(named.run()).isEqualTo("r1");
        assertThat(named.benchmarks()).containsExactly(data.resolve("benchmarks/gsm8k.jsonl"));
    }
}
