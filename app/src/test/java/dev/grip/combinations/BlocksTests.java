package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BlocksTests {

    @Test
    void aBlockOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Blocks.indexes(new byte[7], 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The column block of kprg.blocks has 7 bytes, but 2 numbers take 8");
        assertThatThrownBy(() -> Blocks.weights(new byte[8], 1)).hasMessageContaining("column weights");
    }

    @Test
    void theLowestByteComesFirst() {
        byte[] block = {1, 0, 0, 0, 0, 1, 0, 0, -1, -1, -1, 127, 2, 0, 0, 0};

        assertThat(Blocks.indexes(block, 2, 2)).containsExactly(1, 256, Integer.MAX_VALUE, 2);
        assertThat(Blocks.weights(block, 4)).containsExactly(1, 256, Integer.MAX_VALUE, 2);
    }

    @Test
    void anEmptyBlockHasNoNumbers() {
        assertThat(Blocks.indexes(new byte[0], 3, 0)).isEmpty();
    }
}
