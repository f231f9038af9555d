package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.fleet.Endpoint;
import dev.grip.llm.fleet.ModelSettings;
import dev.grip.llm.fleet.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenFilesTests {

    private static final Endpoint USUAL = Endpoint.of(Role.RATER, "http://a:1", "m");

    @Test
    void twiceTheCallsThatMayBeOutIsEnough() {
        assertThat(OpenFiles.check(2_048, List.of(USUAL)))
                .isEqualTo(new Check("Open files", true, "2,048 allowed, for up to 1,024 calls at once", ""));
    }

    @Test
    void aLimitThatOnlyTheDefaultsExceedIsAdviceAndNoFailure() {
        Check check = OpenFiles.check(2_047, List.of(USUAL));

        assertThat(check.ok()).isTrue();
        assertThat(check.advice()).contains("ulimit -n 2048", "max-concurrent");
    }

    @Test
    void aLimitThatTheSettingsExceedFails() {
        List<Endpoint> endpoints = generator(Map.of("url", "http://b:1", "model", "m", "max-concurrent", 2000));

        Check check = OpenFiles.check(3_999, endpoints);

        assertThat(check.ok()).isFalse();
        assertThat(check.advice()).contains("ulimit -n 4000");
        assertThat(OpenFiles.check(4_000, endpoints).ok()).isTrue();
    }

    @Test
    void everyServerCountsOnceHoweverManyRolesItPlays() {
        Endpoint shared = Endpoint.of(Role.GENERATOR, "http://a:1/v1", "m");
        Endpoint another = Endpoint.of(Role.GENERATOR, "http://a:1/v1", "other");

        assertThat(OpenFiles.check(9_999, List.of(USUAL, shared)).found()).contains("up to 1,024 calls");
        assertThat(OpenFiles.check(9_999, List.of(USUAL, shared, another)).found())
                .contains("up to 2,048 calls");
    }

    @Test
    void everyServerOfAModelCounts() {
        List<Endpoint> endpoints =
                generator(Map.of("url", List.of("http://a:1", "http://b:1", "http://c:1"), "model", "m"));

        assertThat(OpenFiles.check(9_999, endpoints).found()).contains("up to 3,072 calls");
    }

    @Test
    void theLimitOfThisProcessIsRead() {
        assertThat(OpenFiles.check(new ModelSettings(List.of(USUAL), ModelSettings.DEFAULT_PATIENCE)))
                .hasValueSatisfying(
                        check -> assertThat(check.found()).matches("[1-9][0-9,]* allowed, for up to 1,024 .*"));
        assertThat(OpenFiles.check(ModelSettings.none())).isEmpty();
    }

    private static List<Endpoint> generator(Map<String, Object> settings) {
        return ModelSettings.read(Map.of("generator", settings)).endpoints();
    }
}
