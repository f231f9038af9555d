package dev.grip.knowledge.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class IndexSearchTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void findsNearlyAllThatAnExactSearchFindsAndMeasuresIt() {
        Vectors vectors = Vectors.of(SampleVectors.random(3000, 24, 3));
        var reach = new Reach(0.7, 0.98, 6);
        Neighbours exact = NeighbourSearch.exact().find(vectors, reach);

        Neighbours found = new NeighbourSearch(NEO4J.graph(), 2999).find(vectors, reach);

        Recall recall = found.recall().orElseThrow();
        assertThat(recall.sample()).isEqualTo(1000);
        assertThat(recall.share()).isBetween(0.95, 1.0);
        assertThat(recall.low()).isFalse();
        assertThat(found.above()).isEmpty();
        assertThat(found.histogram()).isEmpty();
        assertThat(found.pairs()).isSortedAccordingTo(Pair.NEAREST_FIRST).allSatisfy(pair -> assertThat(pair.score())
                .isEqualTo(vectors.cosine(pair.first(), pair.second()))
                .isGreaterThanOrEqualTo(0.7f));
        var both = new HashSet<>(exact.pairs());
        both.retainAll(new HashSet<>(found.pairs()));
        assertThat(both.size()).isGreaterThan((int) (0.95 * exact.pairs().size()));
        assertThat(remains()).isZero();
    }

    @Test
    void oneThatStandsAmongManyDuplicatesFindsAllOfThemAndOthersToo() {
        List<float[]> vectors = new ArrayList<>(Collections.nCopies(150, new float[] {1, 0, 0}));
        vectors.add(new float[] {0.8f, 0.6f, 0});
        vectors.add(new float[3]);
        var found = new NeighbourSearch(NEO4J.graph(), 0).find(Vectors.of(vectors), new Reach(0.7, 0.9, 2));

        assertThat(found.same()).hasSize(150 * 149 / 2);
        assertThat(found.nearest(0)).extracting(Pair::second).containsExactly(150);
        assertThat(found.nearest(151)).isEmpty();
        assertThat(found.recall().orElseThrow().share()).isEqualTo(1);
    }

    @Test
    void upToTheLimitTheSearchIsExact() {
        Vectors vectors = Vectors.of(SampleVectors.random(40, 5, 3));

        assertThat(new NeighbourSearch(NEO4J.graph(), 40)
                        .find(vectors, new Reach(0, 2, 2))
                        .recall())
                .isEmpty();
    }

    @Test
    void whatAnInterruptedSearchLeftBehindIsReplaced() {
        try (var session = NEO4J.driver().session()) {
            session.run("CREATE (:MentionVector {position: 0, embedding: [1.0]}), (:MentionVector {position: 7})")
                    .consume();
        }
        Vectors vectors = Vectors.of(List.of(new float[] {1, 0}, new float[] {0.8f, 0.6f}));
        PairFilter all = PairFilter.ALL;

        var found = new NeighbourSearch(NEO4J.graph(), 0).find(vectors, new Reach(0.5, 0.9, 1));
        assertThat(found.pairs()).containsExactly(new Pair(0, 1, vectors.cosine(0, 1)));

        assertThatThrownBy(() -> new NeighbourSearch(NEO4J.graph(), 0)
                        .find(vectors, new Reach(0.5, 0.9, 1), all, (done, total) -> Thread.currentThread()
                                .interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(remains()).isZero();
    }

    private static long remains() {
        try (var session = NEO4J.driver().session()) {
            long nodes = session.run("MATCH (v:MentionVector) RETURN count(v) AS n")
                    .single()
                    .get("n")
                    .asLong();
            long indexes = session.run("SHOW INDEXES YIELD labelsOrTypes WHERE 'MentionVector' IN labelsOrTypes"
                            + " RETURN count(*) AS n")
                    .single()
                    .get("n")
                    .asLong();
            return nodes + indexes;
        }
    }
}
