package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class CiRunTests {

    private final String script = Project.read(".ci/run");

    @Test
    void itIsAScriptThatStopsAtTheFirstFailure() {
        assertThat(Files.isExecutable(Project.path(".ci/run"))).isTrue();
        assertThat(script).startsWith("#!/usr/bin/env bash\n").contains("\nset -euo pipefail\n");
        Ran syntax = Ran.command("bash", "-n", Project.path(".ci/run").toString());
        assertThat(syntax.exitCode()).as(syntax.output()).isZero();
    }

    @Test
    void itRunsTheReadmesTestCommandAndTheDemo() {
        assertThat(script.lines())
                .anyMatch(line -> line.startsWith("./mvnw verify "))
                .anyMatch(line -> line.contains("grip.jar\" demo --fresh --exit)"))
                .anyMatch(line -> line.contains(".ci/CheckDataset.java"));
    }
}
