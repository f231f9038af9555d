package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import dev.grip.graph.SelectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Combinations that a person's own Cypher selects. */
final class PersonalSelectionTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @BeforeAll
    static void build() {
        SmallKprg.build(NEO4J);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    RETURN ['a', 'b'] AS points                             | returns the columns [points]; it must return 'knowledgePoints'
                    RETURN 'a' AS knowledgePoints                           | Row 1 of the selection: column 'knowledgePoints' is a STRING
                    RETURN null AS knowledgePoints                          | Row 1 of the selection: column 'knowledgePoints' is a NULL
                    RETURN {a: 1} AS knowledgePoints                        | Row 1 of the selection: column 'knowledgePoints' is a MAP
                    RETURN [] AS knowledgePoints                            | column 'knowledgePoints' holds 0 knowledge points; a combination has 2 to 8
                    RETURN ['a'] AS knowledgePoints                         | column 'knowledgePoints' holds 1 knowledge points
                    RETURN ['a','b','c','d','e','f','x','p','q'] AS knowledgePoints | column 'knowledgePoints' holds 9 knowledge points
                    RETURN ['a', 5] AS knowledgePoints                      | column 'knowledgePoints' holds a INTEGER
                    RETURN ['a', null] AS knowledgePoints                   | column 'knowledgePoints' holds a NULL
                    MATCH (s:Seed) WITH s LIMIT 1 RETURN ['a', s] AS knowledgePoints | column 'knowledgePoints' holds a NODE
                    RETURN ['a', 'nowhere'] AS knowledgePoints              | column 'knowledgePoints' names 'nowhere', which is not
                    RETURN ['a', 'y'] AS knowledgePoints                    | names 'y', which is not the id or name of an active KnowledgePoint
                    RETURN ['a', 'name y'] AS knowledgePoints               | names 'name y', which is not the id or name of an active
                    MATCH (y {id: 'y'}), (a {id: 'a'}) RETURN [a, y] AS knowledgePoints | names 'y', which is not
                    RETURN ['a', 'a'] AS knowledgePoints                    | names one knowledge point twice
                    RETURN ['a', 'name a'] AS knowledgePoints               | names one knowledge point twice
                    UNWIND [['a','b'], ['b','c'], ['c']] AS k RETURN k AS knowledgePoints   | Row 3 of the selection
                    UNWIND [['a','b'], ['b','no']] AS k RETURN k AS knowledgePoints         | Row 2 of the selection
                    UNWIND range(1, 600) AS i RETURN [CASE i WHEN 555 THEN 'no' ELSE 'a' END, 'b'] AS knowledgePoints | Row 555 of
                    """)
    void whatCannotBeUsedIsNamedWithRowAndColumn(String cypher, String why) {
        assertThatThrownBy(() -> select(cypher, null))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ['c', 'd']           | ONE_HOP 1 2.0 cd
                    ['d', 'b']           | TWO_HOP 2 0.0 bd
                    ['a', 'f']           | THREE_HOP 3 0.0 af
                    ['a', 'e']           | SELECTED 0 0.0 ae
                    ['a', 'x']           | SELECTED 0 0.0 ax
                    ['f', 'd', 'c']      | COMMUNITY 1 1.0 cdf
                    ['b', 'c', 'd']      | SELECTED 0 0.0 bcd
                    ['name d', 'c']      | ONE_HOP 1 2.0 cd
                    """)
    void everySelectionIsClassified(String points, String expected) {
        assertThat(select("RETURN " + points + " AS knowledgePoints", null)).containsExactly(expected);
    }

    @Test
    void nodesIdsAndNamesMayBeMixedAndTheNamesComeFromTheGraph() {
        List<Combination> chosen = new ArrayList<>();
        source().select(
                        "MATCH (c:KnowledgePoint {id: $id}) RETURN [c, 'name d', 'f'] AS knowledgePoints, 1 AS more",
                        Map.of("id", "c"),
                        null,
                        chosen::add);
        assertThat(chosen).singleElement().satisfies(combination -> {
            assertThat(combination.ids()).containsExactly("c", "d", "f");
            assertThat(combination.names()).containsExactly("name c", "name d", "name f");
            assertThat(combination.sample()).isZero();
        });
    }

    @Test
    void repeatedCombinationsAreOne() {
        assertThat(select(
                        "UNWIND [['c','d'], ['d','c'], ['name d','c'], ['a','b']] AS k RETURN k AS knowledgePoints",
                        null))
                .containsExactly("ONE_HOP 1 2.0 cd", "ONE_HOP 1 1.0 ab");
    }

    @Test
    void aLimitTakesTheFirstDifferentCombinations() {
        String all = "MATCH (a)-[:CO_OCCURS]->(b) RETURN [a, b] AS knowledgePoints ORDER BY a.id, b.id";
        assertThat(select(all, null)).hasSize(6);
        assertThat(select(all, 2)).containsExactly("ONE_HOP 1 1.0 ab", "ONE_HOP 1 1.0 bc");
        assertThat(select("UNWIND ['b', 'b', 'c'] AS k RETURN ['a', k] AS knowledgePoints", 2))
                .containsExactly("ONE_HOP 1 1.0 ab", "TWO_HOP 2 0.0 ac");
    }

    @Test
    void aBannedNamesakeDoesNotHideTheActiveOne() {
        try (var session = NEO4J.driver().session()) {
            session.run("CREATE (:KnowledgePoint {id: '0', name: 'name a', status: 'banned'})")
                    .consume();
            assertThat(select("RETURN ['name a', 'b'] AS knowledgePoints", null))
                    .containsExactly("ONE_HOP 1 1.0 ab");
            session.run("MATCH (kp:KnowledgePoint {id: '0'}) DELETE kp").consume();
        }
    }

    @Test
    void aSelectionThatWritesIsRefused() {
        assertThatThrownBy(() -> select("CREATE (n:KnowledgePoint) RETURN ['a', 'b'] AS knowledgePoints", null))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining("writes");
    }

    @Test
    void nothingSelectedIsNothing() {
        assertThat(select("MATCH (n:Nothing) RETURN [n] AS knowledgePoints", null))
                .isEmpty();
    }

    private static CombinationSource source() {
        return new CombinationSource(NEO4J.graph());
    }

    private static List<String> select(String cypher, @Nullable Integer limit) {
        List<String> chosen = new ArrayList<>();
        source().select(
                        cypher,
                        Map.of(),
                        limit,
                        combination -> chosen.add(combination.kind() + " " + combination.distance() + " "
                                + combination.weight() + " " + String.join("", combination.ids())));
        return chosen;
    }
}
