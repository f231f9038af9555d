package dev.grip.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.merging.Differences;
import dev.grip.knowledge.merging.MergingReport;
import dev.grip.knowledge.merging.Questions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Merging of near-synonyms with the in-process embedding, a scripted comparer and a real graph. */
final class MergingTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final String NAMES =
            "MATCH (m:Mention)-[:NAMES]->(kp) RETURN m.text + ' -> ' + kp.name ORDER BY m.text";
    private static final String SIMILAR =
            """
            MATCH (a)-[s:SIMILAR]->(b) WITH s, CASE WHEN a.text < b.text THEN [a.text, b.text] ELSE [b.text, a.text] END AS pair
            RETURN pair[0] + ' ~ ' + pair[1] + ': ' + s.verdict + ' by ' + s.decidedBy ORDER BY pair
            """;

    private KnowledgeSetting setting;

    @BeforeEach
    void open() {
        setting = new KnowledgeSetting(NEO4J);
    }

    @AfterEach
    void close() {
        setting.close();
    }

    @Test
    void namesThatAModelFindsDifferentStayApartHoweverClose() {
        setting.seed("s1", "Geometric sequence").seed("s2", "Arithmetic sequence");
        ExtractionReport report = setting.run();
        assertThat(report.questions()).isEqualTo(1);
        assertThat(report.knowledgePoints()).isEqualTo(2);
        assertThat(setting.column(SIMILAR))
                .containsExactly("Arithmetic sequence ~ Geometric sequence: distinct by comparer");
        assertThat(setting.column("MATCH ()-[s:SIMILAR]->() WHERE 0.8 <= s.score < 0.96 RETURN s.rehearsal + s.prompt"))
                .containsExactly("trueknowledge/check-same-meaning");
        assertThat(setting.comparer.asked())
                .singleElement()
                .asString()
                .endsWith("First name: Arithmetic sequence\nSecond name: Geometric sequence");
    }

    @Test
    void anAnswerThatCannotBeReadJoinsNothingAndSaysSo() {
        setting.seed("s1", "Geometric sequence")
                .seed("s2", "Arithmetic sequence")
                .compared("Geometric sequence", "Arithmetic sequence", "perhaps");
        assertThat(setting.run().knowledgePoints()).isEqualTo(2);
        assertThat(setting.column(SIMILAR))
                .containsExactly("Arithmetic sequence ~ Geometric sequence: undecided by comparer");
    }

    @Test
    void spellingsOfOneNameAreOneKnowledgePointUnasked() {
        setting.seed("s1", "Prime Numbers").seed("s2", "prime numbers").seed("s3", "prime numbers");
        ExtractionReport report = setting.run();
        assertThat(report.questions()).isZero();
        assertThat(setting.column(NAMES))
                .containsExactly("Prime Numbers -> prime numbers", "prime numbers -> prime numbers");
        assertThat(setting.column(SIMILAR)).containsExactly("Prime Numbers ~ prime numbers: same by spelling");
    }

    @Test
    void theNameThatMostSeedsCarryRepresentsAClass() {
        setting.seed("s1", "Rectangle area", "Addition")
                .seed("s2", "Area of a rectangle")
                .seed("s3", "Area of a rectangle")
                .compared("Rectangle area", "Area of a rectangle", "True");
        setting.run();
        assertThat(setting.column(NAMES))
                .containsExactly(
                        "Addition -> Addition",
                        "Area of a rectangle -> Area of a rectangle",
                        "Rectangle area -> Area of a rectangle");
        assertThat(setting.column(
                        "MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN s.id + ' ' + kp.name ORDER BY s.id, kp.name"))
                .containsExactly(
                        "s1 Addition", "s1 Area of a rectangle", "s2 Area of a rectangle", "s3 Area of a rectangle");
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN size(kp.embedding)"))
                .containsOnly(384L);
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.status")).containsOnly("active");
    }

    @Test
    void cosinesAtTheUpperBoundJoinUnasked() {
        setting.seed("s1", "Area of a rectangle").seed("s2", "Rectangle area");
        setting.base(0.85, 0.80).extract((stage, total) -> step -> {}, false);
        assertThat(setting.column(SIMILAR)).containsExactly("Area of a rectangle ~ Rectangle area: same by cosine");
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.name")).containsExactly("Rectangle area");
        assertThat(setting.comparer.asked()).isEmpty();
    }

    @Test
    void aGivenNameIsUsedAsItIs() {
        setting.labelled("s1", "Rectangle area", "Triangle area")
                .seed("s2", "Area of a rectangle")
                .seed("s3", "Area of a rectangle")
                .compared("Rectangle area", "Area of a rectangle", "True")
                .compared("Rectangle area", "Triangle area", "True");
        setting.run();
        assertThat(setting.column(NAMES))
                .containsExactly(
                        "Area of a rectangle -> Rectangle area",
                        "Rectangle area -> Rectangle area",
                        "Triangle area -> Triangle area");
    }

    @Test
    void aSecondRunDoesNothing() {
        setting.seed("s1", "Rectangle area", "Addition").seed("s2", "Area of a rectangle");
        setting.run();
        List<Object> before = picture();
        int calls = calls();
        assertThat(setting.run().merging())
                .isEqualTo(new MergingReport(new Questions(0, 0, 0, 0, 0), 0, 0, new Differences(0, List.of())));
        assertThat(calls()).isEqualTo(calls);
        assertThat(picture()).isEqualTo(before);
    }

    private int calls() {
        return setting.extractor.asked().size()
                + setting.filter.asked().size()
                + setting.comparer.asked().size();
    }

    private List<Object> picture() {
        return setting.column(
                """
                MATCH (n) OPTIONAL MATCH (n)-[r]->(m)
                RETURN [elementId(n), properties(n), type(r), properties(r), elementId(m)] AS line ORDER BY elementId(n), elementId(m)
                """);
    }

    @Test
    void newSeedsKeepEarlierKnowledgePointsAndTheirIds() {
        setting.seed("s1", "Rectangle area", "Addition");
        setting.run();
        List<Object> ids = setting.column("MATCH (kp:KnowledgePoint) RETURN kp.id ORDER BY kp.id");

        setting.seed("s2", "Area of a rectangle", "Prime numbers")
                .seed("s3", "Area of a rectangle")
                .compared("Rectangle area", "Area of a rectangle", "True");
        ExtractionReport report = setting.run();

        assertThat(report.knowledgePoints()).isEqualTo(1);
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.id"))
                .hasSize(3)
                .containsAll(ids);
        assertThat(setting.column(NAMES))
                .containsExactly(
                        "Addition -> Addition",
                        "Area of a rectangle -> Rectangle area",
                        "Prime numbers -> Prime numbers",
                        "Rectangle area -> Rectangle area");
    }

    @Test
    void aNewSeedThatNamesOnlyKnownPointsIsLinkedToThem() {
        setting.seed("s1", "Addition");
        setting.run();
        setting.seed("s2", "Addition");
        setting.run();
        assertThat(setting.column("MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN s.id + ' ' + kp.name ORDER BY s.id"))
                .containsExactly("s1 Addition", "s2 Addition");
    }

    @Test
    void theKprgJoinsWhatOneSeedNeeds() {
        setting.seed("s1", "Addition", "Prime numbers")
                .seed("s2", "Prime numbers", "Addition")
                .seed("s3", "Addition", "Chain rule");
        setting.run();
        KprgReport first = setting.base(0.96, 0.8).buildKprg();
        assertThat(first.nodes()).isEqualTo(3);
        assertThat(first.edges()).isEqualTo(2);
        assertThat(first.changed()).isTrue();
        assertThat(
                        setting.column(
                                """
                        MATCH (a)-[edge:CO_OCCURS]->(b) WHERE a.id < b.id
                        WITH edge, CASE WHEN a.name < b.name THEN [a.name, b.name] ELSE [b.name, a.name] END AS pair
                        RETURN pair[0] + ' - ' + pair[1] + ' ' + edge.weight ORDER BY pair
                        """))
                .hasSize(2)
                .satisfies(edges -> {
                    assertThat((String) edges.get(0)).startsWith("Addition - Chain rule 1");
                    assertThat((String) edges.get(1)).startsWith("Addition - Prime numbers 2");
                });
        KprgReport second = setting.base(0.96, 0.8).buildKprg();
        assertThat(second.changed()).isFalse();
        assertThat(second.epoch()).isEqualTo(first.epoch());
    }
}
