package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundsTests {

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThat(new Bounds(0.9, 0.9).same()).isEqualTo(0.9);
        assertThatThrownBy(() -> new Bounds(0.7, 0.9)).hasMessageContaining("same 0.7, distinct 0.9");
        assertThatThrownBy(() -> new Bounds(Double.NaN, 0.9)).isInstanceOf(IllegalArgumentException.class);
    }
}
