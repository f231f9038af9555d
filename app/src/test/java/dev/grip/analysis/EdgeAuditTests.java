package dev.grip.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.analysis.EdgeAudit.Difference;
import dev.grip.graph.Neo4jExtension;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

/** Edges against the seeds behind them, after whole and incremental builds and after damage. */
final class EdgeAuditTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private EdgeAudit audit;

    @BeforeEach
    void seeds() {
        NEO4J.wipe();
        audit = new EdgeAudit(NEO4J.graph());
        // Seed i requires the three knowledge points i, i / 2 and i * i, each modulo 20.
        run(
                """
                UNWIND range(0, 19) AS i CREATE (:KnowledgePoint {id: 'k' + i, name: 'Point ' + i, status: 'active'})
                """);
        add(0, 100);
    }

    private void add(int from, int to) {
        run(
                """
                UNWIND range(%d, %d) AS i CREATE (seed:Seed {id: 's' + i, problem: 'p' + i})
                WITH seed, i UNWIND [i, i / 2, i * i] AS j
                MATCH (kp:KnowledgePoint {id: 'k' + (j %% 20)}) MERGE (seed)-[:REQUIRES]->(kp)
                """
                        .formatted(from, to - 1));
    }

    private Record build() {
        return NEO4J.graph()
                .write(new Query("test", "CALL kprg.build({})", ""), Map.of())
                .get(0);
    }

    private static void run(String cypher) {
        try (var session = NEO4J.driver().session()) {
            session.run(cypher).consume();
        }
    }

    private static List<Record> rows(String cypher) {
        try (var session = NEO4J.driver().session()) {
            return session.run(cypher).list();
        }
    }

    @Test
    void everyEdgeOfABuildAgreesWithItsSeeds() {
        assertThat(audit.all().agrees()).as("before the build").isFalse();
        long edges = build().get("edges").asLong();
        assertThat(audit.all()).isEqualTo(new EdgeAudit.Report(edges, List.of()));
        assertThat(edges).isGreaterThan(20);
    }

    @Test
    void aTenthMoreSeedsTouchesOnlyTheirEdgesAndRaisesTheEpochOnce() {
        long epoch = build().get("epoch").asLong();
        run("MATCH ()-[e:CO_OCCURS]->() SET e.mark = e.weight");
        add(100, 110);
        Set<String> expected = new TreeSet<>();
        rows("""
                        MATCH (a)<-[:REQUIRES]-(s:Seed)-[:REQUIRES]->(b) WHERE a.id < b.id AND toInteger(substring(s.id, 1)) >= 100
                        RETURN DISTINCT a.id + ' ' + b.id AS edge
                        """)
                .forEach(row -> expected.add(row.get("edge").asString()));

        Record built = build();

        Set<String> touched = new TreeSet<>();
        rows("MATCH (a)-[e:CO_OCCURS]->(b) WHERE coalesce(e.mark, 0) <> e.weight RETURN a.id + ' ' + b.id AS edge")
                .forEach(row -> touched.add(row.get("edge").asString()));
        assertThat(touched).isEqualTo(expected).hasSizeLessThan(40);
        assertThat(built.get("created").asLong() + built.get("updated").asLong())
                .isEqualTo(expected.size());
        assertThat(built.get("deleted").asLong()).isZero();
        assertThat(built.get("epoch").asLong()).isEqualTo(epoch + 1);
        assertThat(audit.all().agrees()).isTrue();

        Record again = build();
        assertThat(again.get("epoch").asLong()).isEqualTo(epoch + 1);
        assertThat(again.get("created").asLong() + again.get("updated").asLong())
                .isZero();
    }

    @Test
    void everyKindOfDamageIsFoundAndABuildMendsIt() {
        build();
        run("MATCH (:KnowledgePoint {id: 'k1'})-[e:CO_OCCURS]-(:KnowledgePoint {id: 'k0'}) SET e.weight = 99");
        run("MATCH (:KnowledgePoint {id: 'k2'})-[e:CO_OCCURS]-(:KnowledgePoint {id: 'k4'}) DELETE e");
        run("MATCH (a {id: 'k12'}), (b {id: 'k17'}) CREATE (a)-[:CO_OCCURS {weight: 1}]->(b)");
        run("MATCH (a {id: 'k19'}) CREATE (a)-[:CO_OCCURS {weight: 1}]->(a)");
        run("MATCH (a {id: 'k3'})-[e:CO_OCCURS]-(b {id: 'k9'}) CREATE (b)-[f:CO_OCCURS]->(a) SET f = properties(e)");
        long seeds = seedsOf("k0", "k1");

        assertThat(audit.all().differences())
                .extracting(Difference::first, Difference::second, Difference::trouble)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("k0", "k1", "weight"),
                        org.assertj.core.groups.Tuple.tuple("k12", "k17", "superfluous"),
                        org.assertj.core.groups.Tuple.tuple("k19", "k19", "superfluous"),
                        org.assertj.core.groups.Tuple.tuple("k2", "k4", "missing"),
                        org.assertj.core.groups.Tuple.tuple("k3", "k9", "repeated"));
        assertThat(audit.all().differences().get(0))
                .isEqualTo(new Difference("k0", "Point 0", "k1", "Point 1", seeds, 99L, "weight"));

        build();
        assertThat(audit.all().differences()).isEmpty();
    }

    private static long seedsOf(String a, String b) {
        return rows("MATCH ({id: '%s'})<-[:REQUIRES]-(s:Seed)-[:REQUIRES]->({id: '%s'}) RETURN count(DISTINCT s) AS seeds"
                        .formatted(a, b))
                .get(0)
                .get("seeds")
                .asLong();
    }

    @Test
    void edgesOfABannedOneAreSuperfluous() {
        build();
        run("MATCH (kp {id: 'k1'}) SET kp.status = 'banned'");
        assertThat(audit.all().differences()).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.trouble()).isEqualTo("superfluous");
            assertThat(List.of(difference.first(), difference.second())).contains("k1");
        });
        build();
        assertThat(audit.all().differences()).isEmpty();
    }

    @Test
    void oneEdgeShowsItsSeedsWhicheverEndIsNamedFirst() {
        build();
        run("MATCH (s:Seed {id: 's1'}), (kp {id: 'k0'}) CREATE (s)-[:MENTIONS]->(:Mention {key: 'm', text:"
                + " 'nought'})-[:NAMES]->(kp)");

        EdgeAudit.Edge edge = audit.one("k1", "k0");

        assertThat(edge.seeds()).hasSize((int) seedsOf("k0", "k1"));
        assertThat(edge.seeds().get(0)).isEqualTo(new EdgeAudit.SeedBehind("s1", "p1", null, "nought"));
        assertThat(edge.differences()).isEmpty();
        run("MATCH (:KnowledgePoint {id: 'k1'})-[e:CO_OCCURS]-(:KnowledgePoint {id: 'k0'}) SET e.weight = 99");
        assertThat(audit.one("k0", "k1").differences()).hasSize(1);
        assertThat(audit.one("k12", "k17").differences()).isEmpty();
    }
}
