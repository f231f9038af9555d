package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.types.Relationship;

@ExtendWith(InProcessNeo4j.class)
class ExplanationProceduresTests {

    private final Kprg kprg;

    ExplanationProceduresTests(Kprg kprg) {
        this.kprg = kprg;
    }

    @BeforeEach
    void twoWaysRound() {
        kprg.seeds(List.of(
                List.of("a", "b"),
                List.of("b", "d"),
                List.of("a", "c"),
                List.of("a", "c"),
                List.of("c", "d"),
                List.of("c", "d"),
                List.of("d", "e"),
                List.of("lone")));
        kprg.build();
    }

    @Test
    void bridgesShowPathsAndTheSeedsBehindThem() {
        List<Record> rows = bridges("a", "d");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("distance").asLong()).isEqualTo(2);
        assertThat(rows.get(0).get("weight").asDouble()).isEqualTo(2);
        assertThat(ids(rows.get(0), "path")).containsExactly("a", "c", "d");
        assertThat(ids(rows.get(0), "seeds")).containsExactly("s2", "s3", "s4", "s5");
        assertThat(ids(rows.get(1), "path")).containsExactly("a", "b", "d");
        assertThat(ids(rows.get(1), "seeds")).containsExactly("s0", "s1");
    }

    @Test
    void thereAreNoBridgesToWhereNoPathLeads() {
        assertThat(bridges("a", "lone")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            MATCH (a {id: 'a'}) CALL kprg.bridges(a, a) YIELD path RETURN path       | a and b are both the knowledge point 'a'
            MATCH (a {id: 'a'}) CALL kprg.bridges(a, null) YIELD path RETURN path    | b is null, but must be a KnowledgePoint
            MATCH (a {id: 'a'}), (s:Seed {id: 's0'}) CALL kprg.bridges(a, s) YIELD path RETURN path | b is a node labelled [Seed], but must be a KnowledgePoint
            MATCH (s:Seed {id: 's0'}) CALL kprg.implicit([s]) YIELD kind RETURN kind | knowledgePoints[0] is a node labelled [Seed]
            MATCH (a {id: 'a'}) CALL kprg.implicit([a], {kinds: ['ONE_HOP']}) YIELD kind RETURN kind | one or more of [TWO_HOP, THREE_HOP]
            """)
    void refusesWhatIsNoKnowledgePoint(String cypher, String message) {
        assertThatThrownBy(() -> kprg.run(cypher)).hasMessageContaining(message);
    }

    @Test
    void refusesABannedKnowledgePointByItsId() {
        kprg.run("MATCH (k {id: 'b'}) SET k.status = 'banned'");
        kprg.build();
        assertThatThrownBy(() -> bridges("b", "e"))
                .hasMessageContaining(
                        "a is the knowledge point 'b' (status: banned), which is not in the KPRG of epoch 2");
    }

    @Test
    void implicitPairsArriveOverBoltAsRelationships() {
        List<Record> rows = implicit("{core: {share: 1}}");
        assertThat(rows.stream()
                        .map(row -> row.get("kind").asString() + " "
                                + row.get("weight").asDouble()))
                .containsExactly("TWO_HOP 2.0", "TWO_HOP 1.0", "TWO_HOP 1.0", "TWO_HOP 1.0", "THREE_HOP 1.0");
        Relationship first = rows.get(0).get("relationship").asRelationship();
        assertThat(first.type()).isEqualTo("TWO_HOP");
        assertThat(first.asMap()).isEqualTo(Map.of("weight", 2.0, "distance", 2L));
        assertThat(first.elementId()).startsWith("-");
        assertThat(first.startNodeElementId()).isEqualTo(elementId("d"));
        assertThat(first.endNodeElementId()).isEqualTo(elementId("a"));
        assertThat(rows.stream()
                        .map(row -> row.get("relationship").asRelationship().elementId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void filtersImplicitPairs() {
        assertThat(implicit("{minImplicitWeight: 2}")).hasSize(1);
        assertThat(implicit("{kinds: ['THREE_HOP'], core: {top: 1}}")).isEmpty();
    }

    private List<Record> implicit(String config) {
        return kprg.run("MATCH (k:KnowledgePoint) WITH k ORDER BY k.id WITH collect(k) AS ks CALL kprg.implicit(ks, "
                + config + ") YIELD relationship, kind, weight RETURN relationship, kind, weight");
    }

    private List<Record> bridges(String a, String b) {
        return kprg.run(
                "MATCH (a:KnowledgePoint {id: $a}), (b:KnowledgePoint {id: $b}) CALL kprg.bridges(a, b)"
                        + " YIELD distance, path, weight, seeds RETURN distance, path, weight, seeds",
                Map.of("a", a, "b", b));
    }

    private String elementId(String id) {
        return kprg.run("MATCH (k {id: $id}) RETURN elementId(k)", Map.of("id", id))
                .get(0)
                .get(0)
                .asString();
    }

    private static List<String> ids(Record row, String column) {
        return row.get(column).asList(value -> value.asNode().get("id").asString());
    }
}
