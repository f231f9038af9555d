package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.calibration.GraphFigures.Decided;
import dev.grip.knowledge.calibration.GraphFigures.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphFiguresTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void anEmptyGraphHasNoFigures() {
        GraphFigures figures = GraphFigures.of(NEO4J.graph());

        assertThat(figures.mentions()).isEmpty();
        assertThat(figures.pairs()).isEmpty();
        assertThat(figures.knowledgePoints()).isEmpty();
        assertThat(figures.rehearsal()).isFalse();
    }

    @Test
    void decisionsAreCountedByVerdictAndDecider() {
        run(
                """
                CREATE (kp:KnowledgePoint {id: 'k1', status: 'active'}), (:KnowledgePoint {id: 'k2', status: 'banned'}),
                  (other:KnowledgePoint {id: 'k3'}),
                  (a:Mention {key: 'a', verdict: 'keep', decidedBy: 'given'})-[:NAMES]->(kp),
                  (b:Mention {key: 'b', verdict: 'keep', decidedBy: 'm', prompt: 'p', rehearsal: true})-[:NAMES]->(kp),
                  (c:Mention {key: 'c', verdict: 'keep', decidedBy: 'm', prompt: 'p', rehearsal: false})-[:NAMES]->(other),
                  (:Mention {key: 'd', verdict: 'vague', decidedBy: 'm', prompt: 'p'}), (:Mention {key: 'e'}),
                  (a)-[:SIMILAR {verdict: 'same', decidedBy: 'spelling'}]->(b),
                  (a)-[:SIMILAR {verdict: 'distinct', decidedBy: 'm', prompt: 'p'}]->(c),
                  (b)-[:SIMILAR {verdict: 'distinct', decidedBy: 'm', prompt: 'p'}]->(c)
                """);

        GraphFigures figures = GraphFigures.of(NEO4J.graph());

        assertThat(figures.mentions())
                .containsExactly(
                        new Decided("keep", "given", 1, 0),
                        new Decided("keep", "m", 2, 2),
                        new Decided("vague", "m", 1, 1),
                        new Decided("waiting", "", 1, 0));
        assertThat(figures.pairs())
                .containsExactly(new Decided("distinct", "m", 2, 2), new Decided("same", "spelling", 1, 0));
        assertThat(figures.knowledgePoints()).containsExactly(new Size(1, 1), new Size(2, 1));
        assertThat(figures.rehearsal()).isTrue();
    }

    private static void run(String cypher) {
        try (var session = NEO4J.driver().session()) {
            session.run(cypher).consume();
        }
    }
}
