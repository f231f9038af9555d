package dev.grip.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.embedded.BulkImport;
import dev.grip.embedded.EmbeddedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph that benchmarks run on is always the same and as large as the published one. */
final class SyntheticKprgTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.001, 1e9, Double.NaN})
    void aScaleThatMakesNoGraphIsRefused(double scale) {
        assertThatThrownBy(() -> SyntheticKprg.grow(scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale is " + scale + "; it must be from 0.01 to 1000");
    }

    @Test
    void scaleOneIsTheSizeOfThePublishedGraph() {
        var kprg = SyntheticKprg.grow(1);
        var shape = new Shape(kprg);

        assertThat(kprg.seeds()).isEqualTo(7_500);
        assertThat(kprg.knowledgePoints()).isEqualTo(6_000);
        assertThat(kprg.edges()).isBetween(70_000, 80_000);
        assertThat(shape.twoHopPairs()).isBetween(2_000_000L, 2_500_000L);
        assertThat(shape.triangles()).isBetween(150_000L, 300_000L);
        assertThat(shape.maxDegree()).isBetween(500, 1_500);
    }

    @Test
    void tenTimesTheSeedsMakeAboutTenTimesOfEverything() {
        var one = SyntheticKprg.grow(1);
        var ten = SyntheticKprg.grow(10);

        assertThat((double) ten.knowledgePoints() / one.knowledgePoints()).isEqualTo(10);
        assertThat((double) ten.edges() / one.edges()).isBetween(9.0, 11.0);
        assertThat((double) new Shape(ten).twoHopPairs() / new Shape(one).twoHopPairs())
                .isBetween(8.0, 15.0);
    }

    @Test
    void everyWeightIsTheNumberOfSeedsThatRequireBothEnds() {
        var kprg = SyntheticKprg.grow(0.1);
        Map<List<Integer>, Integer> counted = new HashMap<>();
        for (int seed = 0; seed < kprg.seeds(); seed++) {
            int[] required = kprg.required(seed);
            assertThat(required).hasSizeBetween(5, 7).doesNotHaveDuplicates().isSorted();
            for (int i = 0; i < required.length; i++) {
                for (int j = i + 1; j < required.length; j++) {
                    counted.merge(List.of(required[i], required[j]), 1, Integer::sum);
                }
            }
        }
        Map<List<Integer>, Integer> edges = new HashMap<>();
        for (int edge = 0; edge < kprg.edges(); edge++) {
            edges.put(List.of(kprg.smaller(edge), kprg.larger(edge)), kprg.weight(edge));
        }

        assertThat(edges).hasSize(kprg.edges()).isEqualTo(counted);
    }

    @Test
    void usageIsUneven() {
        var kprg = SyntheticKprg.grow(1);
        int[] uses = new int[kprg.knowledgePoints()];
        for (int seed = 0; seed < kprg.seeds(); seed++) {
            Arrays.stream(kprg.required(seed)).forEach(required -> uses[required]++);
        }
        Arrays.sort(uses);

        assertThat((long) Arrays.stream(uses, 5_400, 6_000).sum())
                .as("uses of the most used tenth")
                .isGreaterThan(kprg.requirements() / 3);
    }

    @Test
    void theSameScaleGivesTheSameBytesOnEveryMachine() throws IOException, NoSuchAlgorithmException {
        assertThat(digest("first")).isEqualTo(digest("second")).isEqualTo("c51f293ed4726d6e");
    }

    private String digest(String name) throws IOException, NoSuchAlgorithmException {
        Path files = Files.createDirectory(folder.resolve(name));
        new KprgFiles(SyntheticKprg.grow(0.05), files).addTo(new BulkImport(EmbeddedSettings.in(folder)));
        var digest = MessageDigest.getInstance("SHA-256");
        for (String file : List.of("knowledge-points.csv", "seeds.csv", "requires.csv", "co-occurs.csv")) {
            digest.update(Files.readAllBytes(files.resolve(file)));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
