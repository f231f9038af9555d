package dev.grip.rehearsal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.rehearsal.content.JudgeSlip;
import dev.grip.rehearsal.content.JudgeSlips;
import dev.grip.rehearsal.content.Personality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsJsonTests {

    @Test
    void aNameIsOneOfTheUsualMixes() throws Exception {
        assertThat(slips("\"some\"")).isEqualTo(JudgeSlips.SOME);
        assertThat(slips("\"none\"")).isEqualTo(JudgeSlips.NONE);
    }

    @Test
    void ratesAreGivenByKindAndShownAgain() throws Exception {
        JudgeSlips slips = slips("{\"markdown\": 0.25, \"whitespace-loop\": 0.5}");
        assertThat(slips.rates()).containsEntry(JudgeSlip.MARKDOWN, 0.25).containsEntry(JudgeSlip.WHITESPACE_LOOP, 0.5);
        assertThat(slips(SlipsJson.write(slips).toString())).isEqualTo(slips);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "many"                              | none and some work
                    {"shouting": 0.1}                   | markdown
                    {"markdown": "often"}               | faults.judge-slips.markdown is 'often'; it must be a number
                    {"markdown": 2}                     | MARKDOWN
                    {"markdown": 0.6, "prose": 0.6}     | the sum of all slips
                    7                                   | must be keys and values
                    """)
    void whatDoesNotWorkIsNamedWithWhatDoes(String json, String says) {
        assertThatThrownBy(() -> slips(json))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("faults.judge-slips")
                .hasMessageContaining(says);
    }

    private static JudgeSlips slips(String json) throws JsonProcessingException {
        JsonNode change = new ObjectMapper().readTree("{\"faults\": {\"judge-slips\": " + json + "}}");
        return RecordJson.change(Personality.FLAWLESS, change, "").faults().judgeSlips();
    }
}
