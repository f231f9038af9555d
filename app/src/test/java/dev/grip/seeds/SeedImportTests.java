package dev.grip.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grip.graph.Neo4jExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SeedImportTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Path ALL = Path.of("../../shared/data/gsm8k_train.jsonl");

    private SeedRepository seeds;

    @BeforeEach
    void empty() {
        NEO4J.wipe();
        seeds = new SeedRepository(NEO4J.graph());
    }

    @Test
    void keepsTheGoodLinesAndReportsEachBadOne() {
        ImportReport report = read(String.join(
                "\r\n",
                "\uFEFF" + line("a", "first"),
                "",
                "{\"id\": \"b\", \"problem\": \"cut",
                line("a", "again"),
                "{\"id\": \"c\", \"problem\": \"\", \"solution\": \"s\"}",
                "{\"id\": \"d\", \"problem\": \"" + "x".repeat(10 << 20) + "\", \"solution\": \"s\"}",
                "{\"id\": \"e\", \"problem\": 5, \"solution\": \"s\"}",
                "{\"id\": \"" + "i".repeat(9000) + "\", \"problem\": \"p\", \"solution\": \"s\"}",
                line("f", "last")));

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(6);
        assertThat(report.present()).isZero();
        assertThat(report.bad()).extracting(BadLine::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(report.bad().get(0).reason()).startsWith("not valid JSON at column");
        assertThat(report.bad().get(1).reason()).isEqualTo("duplicate id 'a', first on line 1");
        assertThat(report.bad().get(3).reason()).contains("at most 1048576");
        assertThat(seeds.list("", 10)).extracting(Seed::problem).containsExactly("first", "last");
    }

    @Test
    void everyPropertyArrivesInTheGraph() {
        read(
                "{\"id\": \"a\", \"problem\": \"p ü\", \"solution\": \"s\", \"answer\": 1, \"type\": \"t\", \"level\": \"l\","
                        + " \"knowledge_points\": [\"Addition\"]}\n{\"problem\": \"q\", \"solution\": \"s\"}");
        List<Seed> found = seeds.list("", 10);
        assertThat(found.get(0)).isEqualTo(new Seed("a", "p ü", "s", "1", "t", "l", "test.jsonl", List.of("Addition")));
        assertThat(found.get(1).answer()).isNull();
        assertThat(found.get(1).knowledgePoints()).isEmpty();
    }

    @Test
    void givenNamesCanBeLeftOut() {
        String line = "{\"id\": \"a\", \"problem\": \"p\", \"solution\": \"s\", \"knowledge_points\": [\"Addition\"]}";
        new SeedImport(seeds).read(stream(line), "test.jsonl", false);
        assertThat(seeds.list("", 1).get(0).knowledgePoints()).isEmpty();
    }

    @Test
    void aSecondImportAddsNothing() {
        String file = numbered(1200);
        assertThat(read(file).added()).isEqualTo(1200);
        ImportReport second = read(file);
        assertThat(second.added()).isZero();
        assertThat(second.present()).isEqualTo(1200);
        assertThat(second.rejected()).isZero();
    }

    @Test
    void anIdThatAlreadyHasAnotherProblemIsRefusedAndLeftAlone() {
        read(line("a", "first"));
        ImportReport report = read(line("b", "new") + "\n" + line("a", "changed"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.bad())
                .containsExactly(
                        new BadLine(2, "id 'a' already belongs to another problem in the graph; give it another id"));
        assertThat(seeds.list("", 1).get(0).problem()).isEqualTo("first");
    }

    @Test
    void reportsTheFirstThousandBadLinesAndCountsAll() {
        ImportReport report = read("x\n".repeat(1500) + line("a", "p"));
        assertThat(report.rejected()).isEqualTo(1500);
        assertThat(report.bad()).hasSize(1000).last().extracting(BadLine::line).isEqualTo(1000L);
        assertThat(report.added()).isEqualTo(1);
    }

    @Test
    void aStreamThatBreaksIsNamed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> new SeedImport(seeds).read(broken, "far.jsonl", true))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot read far.jsonl: disk gone");
    }

    @Test
    void everyDemoSeedIsGoodAndTheRecordedNamesAreThere() throws IOException {
        for (String file : List.of("/demo/seed_gsm8k_200.jsonl", "/demo/labelled_gsm8k_100.jsonl")) {
            try (InputStream in = SeedImportTests.class.getResourceAsStream(file)) {
                assertThat(new SeedImport(seeds).read(in, file, true).rejected())
                        .isZero();
            }
        }
        assertThat(BundledSeeds.recordedKnowledgePoints()).hasSize(100).allSatisfy((problem, names) -> assertThat(names)
                .isNotEmpty());
        assertThat(BundledSeeds.unlabelledSolutions())
                .hasSize(200)
                .allSatisfy((problem, solution) -> assertThat(solution).isNotBlank());
    }

    @Test
    void readsTheWholeTrainingSet() throws IOException {
        assumeTrue(Files.exists(ALL), "the shared data is not here");
        try (InputStream in = Files.newInputStream(ALL)) {
            ImportReport report = new SeedImport(seeds).read(in, "gsm8k_train.jsonl", true);
            assertThat(report.added()).isEqualTo(7473);
            assertThat(report.rejected()).isZero();
        }
    }

    private ImportReport read(String text) {
        return new SeedImport(seeds).read(stream(text), "test.jsonl", true);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String id, String problem) {
        return "{\"id\": \"" + id + "\", \"problem\": \"" + problem + "\", \"solution\": \"s\"}";
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("s" + i, "p" + i)).collect(Collectors.joining("\n"));
    }
}
