package dev.grip.containers;

import static dev.grip.containers.ComposeFile.PASSWORD_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComposeSchemaTests {

    private final ComposeSchema schema = new ComposeSchema();

    /** Each row breaks the project's own file in one place; the message must name that place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            services:                        | servces:                          | servces
            condition: service_healthy       | condition: service_happy          | condition
            healthcheck:                     | health-check:                     | health-check
            retries: 12                      | retries: [many]                   | retries
            profiles: [gpu]                  | profiles: gpu                     | profiles
            stop_grace_period: 2m            | stop_grace_period: {minutes: 2}   | stop_grace_period
            capabilities: [gpu]              | driver_options: none              | devices
            target: /etc/grip/gpu.yml        | to: /etc/grip/gpu.yml             | configs
            """)
    void breakingTheFileIsNoticed(String right, String wrong, String named) {
        String source = Project.read("docker-compose.yml");
        assertThat(source).contains(right);

        String broken = source.replace(right, wrong);

        assertThat(schema.errors(ComposeFile.parse(broken, PASSWORD_ONLY).tree()))
                .isNotEmpty()
                .anyMatch(message -> message.contains(named));
    }

    @Test
    void theFileIsValid() {
        assertThat(schema.errors(ComposeFile.ofProject(PASSWORD_ONLY).tree())).isEmpty();
    }

    @Test
    void theFileIsValidWithEveryPartOfTheGpuProfileChanged() {
        Map<String, String> environment = Map.of(
                "NEO4J_PASSWORD", "correct-horse",
                "GRIP_CONFIG", "/etc/grip/gpu.yml",
                "GRIP_VLLM_IMAGE", "vllm/vllm-openai:v0.30.0-cu129",
                "GRIP_SOLVER_LARGE_GPU_COUNT", "8",
                "GRIP_JUDGE_1_OPTIONS", "--reasoning-parser deepseek_r1");

        assertThat(schema.errors(ComposeFile.ofProject(environment).tree())).isEmpty();
    }

    @Test
    void withoutAPasswordTheFileIsRefused() {
        assertThatThrownBy(() -> ComposeFile.ofProject(Map.of()))
                .hasMessageContaining("NEO4J_PASSWORD")
                .hasMessageContaining("8 characters");
        assertThatThrownBy(() -> ComposeFile.ofProject(Map.of("NEO4J_PASSWORD", "")))
                .hasMessageContaining("NEO4J_PASSWORD");
    }
}
