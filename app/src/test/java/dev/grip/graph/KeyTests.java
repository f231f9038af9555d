package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTests {

    @Test
    void theSamePartsGiveTheSameKeyInEveryProcess() {
        assertThat(Key.of("problem", "c1", 0)).isEqualTo(Key.of(List.of("problem", "c1", 0)));
        assertThat(Key.of("ü", 1)).isEqualTo("c9b75a385cbfc74cfdbfa308").hasSize(24);
    }

    @Test
    void theBordersOfThePartsCount() {
        assertThat(Key.of("ab", "c")).isNotEqualTo(Key.of("a", "bc")).isNotEqualTo(Key.of("abc"));
        assertThat(Key.of("1:a")).isNotEqualTo(Key.of("", "a"));
    }
}
