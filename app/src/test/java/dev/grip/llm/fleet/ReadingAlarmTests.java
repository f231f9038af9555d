package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingAlarmTests {

    private final ReadingAlarm alarm = new ReadingAlarm("m", "judging/judge-solution");

    @Test
    void aFewAnswersProveNothing() {
        assertThat(alarm.counted(199, 199, "unparsed")).isFalse();
        assertThat(alarm.counted(200, 199, "unparsed")).isTrue();
    }

    @Test
    void twoInAHundredAreTolerated() {
        assertThat(alarm.counted(1_000, 20, "conflict")).isFalse();
        assertThat(alarm.counted(1_001, 21, "conflict")).isTrue();
    }

    @Test
    void itTellsOnlyOnce() {
        assertThat(alarm.counted(300, 100, "unparsed")).isTrue();
        assertThat(alarm.counted(301, 101, "unparsed")).isFalse();
    }
}
