package dev.grip.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.fleet.ScriptedModel.Said;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** KPs that get more names, a name, another budget and another embedding model, on a real graph. */
final class GrowingTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final String NAMES =
            "MATCH (m:Mention)-[:NAMES]->(kp) RETURN m.text + ' -> ' + kp.name ORDER BY m.text";
    private static final String SIMILAR =
            """
            MATCH (a)-[s:SIMILAR]->(b) WITH s, CASE WHEN a.text < b.text THEN [a.text, b.text] ELSE [b.text, a.text] END AS pair
            RETURN pair[0] + ' ~ ' + pair[1] + ': ' + s.verdict + ' by ' + s.decidedBy ORDER BY pair
            """;
    private static final String REQUIRES =
            "MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN s.id + ' ' + kp.name ORDER BY s.id, kp.name";

    private KnowledgeSetting setting;

    @BeforeEach
    void open() {
        setting = new KnowledgeSetting(NEO4J);
    }

    @AfterEach
    void close() {
        setting.close();
    }

    private KnowledgeSetting rectangles() {
        return setting.seed("s1", "Rectangle area")
                .seed("s2", "Area of a rectangle")
                .compared("Rectangle area", "Area of a rectangle", "True");
    }

    @Test
    void aModelNamesAClassAndEveryAliasStays() {
        rectangles().named("Rectangle area", Said.whole("Reason: r.\nName: \"Areas of rectangles\""));
        assertThat(setting.run().named()).isEqualTo(1);
        assertThat(setting.column(NAMES))
                .containsExactly("Area of a rectangle -> Areas of rectangles", "Rectangle area -> Areas of rectangles");
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN [kp.namedBy, kp.namedByPrompt,"
                        + " kp.namedByPromptVersion, kp.namedByRehearsal, size(kp.namedByPromptHash) >"
                        + " 8]"))
                .containsExactly(List.of("namer", "knowledge/name-class", 1L, true, true));
        assertThat(setting.namer.asked())
                .singleElement()
                .asString()
                .endsWith("Names:\n- Rectangle area\n- Area of a rectangle");
        setting.run();
        assertThat(setting.namer.asked()).hasSize(1);
    }

    @Test
    void aNameThatBelongsToAnotherKnowledgePointIsNotTaken() {
        rectangles().seed("s3", "Prime numbers").named("Rectangle area", Said.whole("Name: prime numbers"));
        assertThat(setting.run().named()).isZero();
        assertThat(setting.column(NAMES)).contains("Area of a rectangle -> Rectangle area");
        assertThat(setting.column(
                        "MATCH (kp:KnowledgePoint) WHERE kp.namedByReason IS NOT NULL RETURN kp.namedBy + ': '"
                                + " + kp.namedByReason"))
                .singleElement()
                .asString()
                .startsWith("representative: the model's name 'prime numbers' is that of kp-");
    }

    @Test
    void aKnowledgePointThatNobodyNamedGetsANameWhenOthersJoinItAndKeepsItsId() {
        setting.seed("s1", "Rectangle area");
        setting.run();
        List<Object> ids = setting.column("MATCH (kp:KnowledgePoint) RETURN kp.id");
        rectangles().named("Rectangle area", Said.whole("Name: Area of rectangles"));
        setting.run();
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.name")).containsExactly("Area of rectangles");
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.id")).isEqualTo(ids);

        setting.seed("s3", "Area of the rectangle").compared("Rectangle area", "Area of the rectangle", "True");
        setting.run();
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.name")).containsExactly("Area of rectangles");
        assertThat(setting.namer.asked()).as("a name that a model found stays").hasSize(1);
    }

    @Test
    void whatWasLeftUnaskedIsAskedWhenThereAreMoreQuestions() {
        rectangles().questions(0);
        ExtractionReport first = setting.run();
        assertThat(first.merging().questions().unasked()).isEqualTo(1);
        assertThat(first.knowledgePoints()).isEqualTo(2);
        assertThat(setting.column(SIMILAR)).containsExactly("Area of a rectangle ~ Rectangle area: unasked by budget");
        assertThat(setting.run().merging().questions().unasked())
                .as("nothing new")
                .isZero();

        ExtractionReport more = setting.questions(1).run();
        assertThat(more.questions()).isEqualTo(1);
        assertThat(setting.column(SIMILAR)).containsExactly("Area of a rectangle ~ Rectangle area: same by comparer");
        assertThat(setting.column(
                        "MATCH (kp:KnowledgePoint) OPTIONAL MATCH (kp)-[:MERGED_INTO]->(into) RETURN kp.status"
                                + " + coalesce(' ' + into.name, '') ORDER BY kp.status"))
                .hasSize(2)
                .first()
                .isEqualTo("active");
        assertThat(setting.column("MATCH (:Seed)-[:REQUIRES]->(kp) RETURN DISTINCT kp.status"))
                .containsExactly("active");
        assertThat(setting.column("MATCH (:Mention)-[:NAMES]->(kp) RETURN DISTINCT kp.status"))
                .containsExactly("active");
        assertThat(setting.run().questions()).isZero();
    }

    @Test
    void answersOfABuildThatBreaksOffAreKeptAndNotAskedForAgain() {
        setting.seed("s1", "Rectangle area", "Area of a rectangle", "Row rank", "Column rank")
                .compared("Rectangle area", "Area of a rectangle", "True");
        KnowledgeBase.Stages breaking = (stage, total) -> step -> {
            if (stage.equals("merge")) {
                throw new IllegalStateException("broken off");
            }
        };
        KnowledgeBase base = setting.base(0.96, 0.80);
        assertThatThrownBy(() -> base.extract(breaking, false)).hasMessage("broken off");
        assertThat(setting.column(SIMILAR)).containsExactly("Area of a rectangle ~ Rectangle area: same by comparer");
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.name")).isEmpty();

        ExtractionReport rest = setting.run();
        assertThat(rest.merging().questions().known()).isEqualTo(1);
        assertThat(rest.questions()).isEqualTo(1);
        assertThat(rest.knowledgePoints()).isEqualTo(3);
    }

    @Test
    void namesAreEmbeddedOnceByEachModel() {
        setting.seed("s1", "Rectangle area", "Addition");
        setting.run();
        assertThat(setting.column("MATCH (m:Mention) RETURN size(m.embedding) + m.embeddedBy"))
                .containsExactly("384bge-small-en-v1.5", "384bge-small-en-v1.5");
        setting.seed("s2", "Prime numbers");
        assertThat(setting.run().merging().embeddedAgain()).isZero();
        setting.seed("s3", "Chain rule").embeddedBy("another");
        assertThat(setting.run().merging().embeddedAgain()).isEqualTo(3);
        assertThat(setting.column("MATCH (m:Mention) RETURN DISTINCT m.embeddedBy"))
                .containsExactly("another");
    }

    @Test
    void whatARebuildWouldDoOtherwiseIsTold() {
        setting.seed("s1", "Geometric sequence").seed("s2", "Arithmetic sequence");
        setting.run();
        setting.column("MATCH ()-[s:SIMILAR]->() SET s.verdict = 'same' RETURN s.verdict");
        setting.seed("s3", "Addition");
        ExtractionReport report = setting.run();
        assertThat(report.questions()).isZero();
        assertThat(report.merging().rebuild().count()).isEqualTo(1);
        assertThat(report.merging().rebuild().first())
                .singleElement()
                .asString()
                .startsWith("a rebuild would join 'Arithmetic sequence' and 'Geometric sequence'");
        assertThat(setting.base(0.96, 0.8).differencesFromRebuild())
                .isEqualTo(report.merging().rebuild());
    }

    @Test
    void whatIsTheSameAsABannedNameIsBannedToo() {
        setting.seed("s1", "Rectangle area", "Addition");
        setting.run();
        setting.column("MATCH (kp:KnowledgePoint {name: 'Rectangle area'}) SET kp.status = 'banned' RETURN kp.id");
        rectangles().seed("s3", "rectangle area");
        setting.run();
        assertThat(setting.column(NAMES))
                .contains("Area of a rectangle -> Rectangle area", "rectangle area -> Rectangle area");
        assertThat(setting.column(REQUIRES)).containsExactly("s1 Addition");
    }

    @Test
    void aPersonsWordStandsAgainstSpellingCosineAndModel() {
        setting.seed("s1", "Prime numbers").seed("s2", "Rectangle area");
        setting.run();
        setting.seed("s3", "Area of a rectangle").compared("Rectangle area", "Area of a rectangle", "True");
        setting.base(0.96, 1.01 - 0.05).extract((stage, total) -> step -> {}, false);
        assertThat(setting.column(NAMES)).contains("Area of a rectangle -> Area of a rectangle");
        setting.column(
                """
                MATCH (a:Mention {text: 'Area of a rectangle'})-[n:NAMES]->(), (b:Mention {text: 'Rectangle area'})
                DELETE n
                WITH CASE WHEN a.key < b.key THEN [a, b] ELSE [b, a] END AS pair
                WITH pair[0] AS first, pair[1] AS second
                MERGE (first)-[s:SIMILAR]->(second) SET s.verdict = 'distinct', s.decidedBy = 'person' RETURN 1
                """);
        assertThat(setting.run().questions()).isZero();
        assertThat(setting.column(SIMILAR)).containsExactly("Area of a rectangle ~ Rectangle area: distinct by person");
        assertThat(setting.column(NAMES)).contains("Area of a rectangle -> Area of a rectangle");
    }

    @Test
    void whatNoMentionSupportsAnyMoreIsNotRequired() {
        setting.seed("s1", "Rectangle area", "Addition");
        setting.run();
        setting.column("MATCH (m:Mention {text: 'Addition'}) SET m.verdict = 'vague' RETURN m.key");
        setting.run();
        assertThat(setting.column(REQUIRES)).containsExactly("s1 Rectangle area");
    }
}
