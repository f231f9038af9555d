package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the API, as settings say it; a token is never shown. */
class ApiSettingsTests {

    private static Settings.Api api(Map<String, String> environment, Map<String, String> overrides) {
        return SettingsLoader.load(null, environment, overrides).api();
    }

    @Test
    void byDefaultNoTokenIsNeededAndNoOtherPageMayAsk() {
        var api = api(Map.of(), Map.of());

        assertThat(api.token()).isNull();
        assertThat(api.allowedOrigins()).isEmpty();
        assertThat(api.maxUploadMb()).isEqualTo(1024);
    }

    @Test
    void aTokenComesFromTheEnvironmentAsItIsWritten() {
        var settings = SettingsLoader.load(null, Map.of("GRIP_API_TOKEN", "00000000000000000007"), Map.of());

        assertThat(settings.api().token()).isEqualTo("00000000000000000007");
        assertThat(settings.toString()).doesNotContain("0007").contains("token set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-secret", "a secret with spaces in it", "geheimnis-mit-äöü-darin"})
    void aTokenThatCannotBeOneIsRefusedWithoutBeingShown(String token) {
        assertThatThrownBy(() -> api(Map.of("GRIP_API_TOKEN", token), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api: token must be 16 or more")
                .hasMessageNotContaining(token);
    }

    @Test
    void aTokenOfTheWrongShapeIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> api(Map.of(), Map.of("api", "{token: [a-secret-in-brackets]}")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("api.token must be a text")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/path", "a.example", "*", "https://"})
    void whatIsNoOriginIsRefused(String origin) {
        assertThatThrownBy(() -> api(Map.of(), Map.of("api.allowed-origins", "[\"" + origin + "\"]")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("allowed-origins is " + origin);
    }
}
