package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTests {

    @Test
    void anEmptyGraphIsAllZero() {
        assertThat(Summary.of(DrawnGraph.all().get(0).graph())).isEqualTo(new Summary(0, 0, 0, 0, 0));
    }

    @Test
    void everyIsolatedKnowledgePointIsAComponent() {
        assertThat(Summary.of(DrawnGraph.all().get(1).graph())).isEqualTo(new Summary(0, 0, 0, 4, 1));
    }

    @Test
    void countsComponentsOfDifferentSizes() {
        assertThat(Summary.of(DrawnGraph.all().get(7).graph())).isEqualTo(new Summary(0, 10 / 7.0, 2, 3, 3));
    }
}
