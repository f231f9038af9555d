package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerListTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a:1,http://b:2/v1/",
                " http://a:1/v1 , http://b:2 ",
                "http://a:1,,http://b:2,",
                "http://a:1,http://b:2,http://a:1/v1/chat/completions"
            })
    void severalAddressesStandBetweenCommas(String url) {
        assertThat(urls(Map.of("rater", Map.of("url", url, "model", "m"))))
                .containsExactly("http://a:1/v1", "http://b:2/v1");
    }

    @Test
    void severalAddressesStandInAList() {
        assertThat(urls(Map.of(
                        "rater", Map.of("url", List.of("http://a:1", "http://b:2", "http://a:1/"), "model", "m"))))
                .containsExactly("http://a:1/v1", "http://b:2/v1");
        assertThat(urls(Map.of("rater.url[0]", "http://a:1", "rater.url[1]", "http://b:2", "rater.model", "m")))
                .containsExactly("http://a:1/v1", "http://b:2/v1");
    }

    @Test
    void blankEntriesOfAListAreLeftOut() {
        assertThat(urls(Map.of("rater", Map.of("url", List.of("", "http://a:1", " ", "http://b:2"), "model", "m"))))
                .containsExactly("http://a:1/v1", "http://b:2/v1");
    }

    @Test
    void aSingleKeyOverridesTheListOfAFile() {
        assertThat(urls(Map.of(
                        "rater",
                        Map.of("url", List.of("http://a:1", "http://b:2"), "model", "m"),
                        "rater-url",
                        "http://c:3")))
                .containsExactly("http://c:3/v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://a:1,b:2              | b:2
                    http://a:1,ftp://b          | ftp://b
                    http://a:1,http://b:2?x=1   | http://b:2?x=1
                    http://a:1,http://b c       | http://b c
                    http://a:99999              | http://a:99999
                    """)
    void theOneThatIsWrongIsNamed(String url, String wrong) {
        assertThatThrownBy(() -> urls(Map.of("rater", Map.of("url", url, "model", "m"))))
                .isInstanceOf(ModelSettingsException.class)
                .hasMessageContaining("models.rater")
                .hasMessageContaining("'" + wrong + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " , ,", " "})
    void noAddressAtAllIsAMissingOne(String url) {
        assertThatThrownBy(() -> urls(Map.of("rater", Map.of("url", url, "model", "m"))))
                .isInstanceOf(ModelSettingsException.class)
                .hasMessageContaining("url is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:secret@a:1", "http://b:2,http://me:secret@a:1", "http://me:secret@a b"})
    void aPasswordInAnAddressIsNotShown(String url) {
        assertThatThrownBy(() -> urls(Map.of("rater", Map.of("url", url, "model", "m"))))
                .isInstanceOf(ModelSettingsException.class)
                .message()
                .doesNotContain("secret");
    }

    private static List<String> urls(Map<String, ?> properties) {
        return ModelSettings.read(properties).endpoint(Role.RATER).orElseThrow().urls().stream()
                .map(URI::toString)
                .toList();
    }
}
