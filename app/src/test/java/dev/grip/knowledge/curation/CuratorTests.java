package dev.grip.knowledge.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.curation.CurationException.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each change by hand does to the graph, and that undo leaves it as it was. */
final class CuratorTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final String SIMILAR =
            """
            MATCH (a:Mention)-[s:SIMILAR]->(b:Mention)
            WITH CASE WHEN a.text < b.text THEN a.text + ' ' + b.text ELSE b.text + ' ' + a.text END AS pair, s
            RETURN pair + ' ' + s.verdict + ' ' + s.decidedBy ORDER BY pair
            """;
    private static final String REQUIRES =
            "MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN s.id + ' ' + kp.name ORDER BY s.id, kp.name";
    private static final String EDGES =
            """
            MATCH (a:KnowledgePoint)-[e:CO_OCCURS]-(b:KnowledgePoint) WHERE a.name < b.name
            RETURN a.name + ' ' + b.name + ' ' + e.weight ORDER BY a.name, b.name
            """;

    private CurationSetting setting;
    private Curator curator;

    @BeforeEach
    void open() {
        setting = new CurationSetting(NEO4J)
                .knowledgePoint("Area", "Areas", "Surface")
                .knowledgePoint("Sum", "Adding")
                .knowledgePoint("Total")
                .seed("s1", "Area", "Sum")
                .seed("s2", "Areas", "Total")
                .seed("s3", "Surface", "Adding", "Total")
                .built();
        curator = setting.curator;
    }

    private long epoch() {
        return (Long) setting.column("MATCH (k:Kprg) RETURN k.epoch").get(0);
    }

    @Test
    void aMergeGivesTheOtherItsMentionsSeedsAndEdgesAndKeepsTheNode() {
        List<String> before = setting.state();
        long epoch = epoch();

        Curated merged = curator.merge("total", "Sum", CurationSetting.note());

        assertThat(merged.curation().summary()).isEqualTo("merge 'Total' into 'Sum'");
        assertThat(merged.curation().by()).isEqualTo("tester");
        assertThat(merged.curation().reason()).isEqualTo("because");
        assertThat(merged.curation().knowledgePoints()).containsExactly("kp-Sum", "kp-Total");
        assertThat(merged.graph().epoch()).isEqualTo(epoch + 1).isEqualTo(epoch());
        assertThat(setting.column(
                        "MATCH (m:Mention)-[:NAMES]->(:KnowledgePoint {name: 'Sum'}) RETURN m.text ORDER BY m.text"))
                .containsExactly("Adding", "Sum", "Total");
        assertThat(setting.column("MATCH (a {name: 'Total'})-[:MERGED_INTO]->(b) RETURN a.status + ' ' + b.name"))
                .containsExactly("merged Sum");
        assertThat(setting.column(REQUIRES))
                .containsExactly("s1 Area", "s1 Sum", "s2 Area", "s2 Sum", "s3 Area", "s3 Sum");
        assertThat(setting.column(EDGES)).containsExactly("Area Sum 3");
        assertThat(setting.column(SIMILAR)).containsExactly("Sum Total same person");

        Curated undone = curator.undo(null, "tester");

        assertThat(undone.curation().undone()).isTrue();
        assertThat(undone.curation().undoneBy()).isEqualTo("tester");
        assertThat(setting.state()).isEqualTo(before);
    }

    @Test
    void aSplitMovesMentionsToANewOneAndKeepsThemApart() {
        List<String> before = setting.state();

        Curated split = curator.split("Area", List.of("Surface"), " Surface area ", CurationSetting.note());

        assertThat(split.curation().summary()).isEqualTo("split 'Surface' from 'Area' to 'Surface area'");
        assertThat(setting.column("MATCH (m {text: 'Surface'})-[:NAMES]->(kp) RETURN kp.name + ' ' + kp.status"))
                .containsExactly("Surface area active");
        assertThat((String) setting.column("MATCH (kp {name: 'Surface area'}) RETURN kp.id")
                        .get(0))
                .matches("kp-[0-9a-f]{24}");
        assertThat(setting.column(SIMILAR))
                .containsExactly("Area Surface distinct person", "Areas Surface distinct person");
        assertThat(setting.column(REQUIRES))
                .containsExactly("s1 Area", "s1 Sum", "s2 Area", "s2 Total", "s3 Sum", "s3 Surface area", "s3 Total");
        assertThat(setting.column(EDGES))
                .containsExactly(
                        "Area Sum 1", "Area Total 1", "Sum Surface area 1", "Sum Total 1", "Surface area Total 1");

        curator.undo(split.curation().id(), "tester");

        assertThat(setting.state()).isEqualTo(before);
    }

    @Test
    void aSplitIntoOneThatIsThereSaysWhatIsDistinctAndWhatIsTheSame() {
        List<String> before = setting.state();

        curator.split("Area", List.of("Surface", "Areas"), "total", CurationSetting.note());

        assertThat(setting.column(SIMILAR))
                .containsExactly(
                        "Area Areas distinct person", "Area Surface distinct person", "Surface Total same person");
        assertThat(setting.column(REQUIRES)).containsExactly("s1 Area", "s1 Sum", "s2 Total", "s3 Sum", "s3 Total");
        curator.undo(null, "");
        assertThat(setting.state()).isEqualTo(before);
    }

    @Test
    void aLaterMergeOverrulesAPersonsDistinctAndItsUndoBringsItAgain() {
        curator.split("Area", List.of("Surface"), "Surface area", CurationSetting.note());
        List<String> split = setting.state();

        curator.merge("Surface area", "Area", CurationSetting.note());

        assertThat(setting.column(SIMILAR)).containsExactly("Area Surface same person", "Areas Surface same person");
        curator.undo(null, "");
        assertThat(setting.state()).isEqualTo(split);
    }

    @Test
    void evidenceOfModelsGivesWayToAPersonsAndComesBackWithUndo() {
        setting.run(
                """
                MATCH (a:Mention {text: 'Sum'}), (b:Mention {text: 'Total'})
                WITH CASE WHEN a.key < b.key THEN [a, b] ELSE [b, a] END AS pair WITH pair[0] AS a, pair[1] AS b
                CREATE (a)-[:SIMILAR {score: 0.91, verdict: 'distinct', decidedBy: 'judge', promptHash: 'h'}]->(b)
                """,
                Map.of());
        List<Object> evidence = setting.column("MATCH ()-[s:SIMILAR]->() RETURN properties(s)");

        curator.merge("Sum", "Total", CurationSetting.note());
        assertThat(setting.column(SIMILAR)).containsExactly("Sum Total same person");
        assertThat(setting.column("MATCH ()-[s:SIMILAR]->() RETURN s.score")).containsExactly(0.91);
        curator.undo(null, "");

        assertThat(setting.column("MATCH ()-[s:SIMILAR]->() RETURN properties(s)"))
                .isEqualTo(evidence);
    }

    @Test
    void aRenameKeepsIdAndOldNameAndRaisesTheEpoch() {
        List<String> before = setting.state();
        long epoch = epoch();

        curator.rename("Sum", "Addition", CurationSetting.note());

        assertThat(epoch()).isEqualTo(epoch + 1);
        assertThat(setting.column("MATCH (kp {id: 'kp-Sum'}) RETURN kp.name + ' ' + kp.aliases[0]"))
                .containsExactly("Addition Sum");
        assertThat(new KnowledgePoints(setting.repository).list("sum", null, 10))
                .extracting(KnowledgePoint::name)
                .containsExactly("Addition");
        curator.rename("Addition", "addition", CurationSetting.note());
        curator.rename("addition", "Sum", CurationSetting.note());
        assertThat(setting.column("MATCH (kp {id: 'kp-Sum'}) RETURN kp.aliases"))
                .containsExactly(List.of("Addition", "addition"));
        curator.undo(null, "");
        curator.undo(null, "");
        curator.undo(null, "");
        assertThat(setting.state()).isEqualTo(before);
    }

    @Test
    void aBanLeavesNoRequirementAndListsTheProblems() {
        List<String> before = setting.state();
        setting.run(
                """
                MATCH (kp:KnowledgePoint {name: 'Total'})
                CREATE (c:Combination {key: 'c1'})-[:COMBINES]->(kp)
                CREATE (p:Problem {key: 'p1', run: 'r1', verdict: 'passed'})-[:GENERATED_FROM]->(c)
                CREATE (:Problem {key: 'p2', run: 'r1', verdict: 'rejected'})-[:GENERATED_FROM]->(c)
                CREATE (:Solution {key: 'x1', export: 'exported'})-[:SOLVES]->(p)
                """,
                Map.of());

        Curated banned = curator.ban("kp-Total", CurationSetting.note());

        assertThat(banned.problems())
                .containsExactly(
                        new ProblemMade("p1", "r1", "passed", true), new ProblemMade("p2", "r1", "rejected", false));
        assertThat(setting.column("MATCH (kp {name: 'Total'}) RETURN kp.status + ' ' + kp.reason"))
                .containsExactly("banned because");
        assertThat(setting.column(REQUIRES)).containsExactly("s1 Area", "s1 Sum", "s2 Area", "s3 Area", "s3 Sum");
        assertThat(setting.column(EDGES)).containsExactly("Area Sum 2");
        setting.built();
        assertThat(setting.column(EDGES)).as("after a later extraction").containsExactly("Area Sum 2");

        curator.unban("total", CurationSetting.note());
        assertThat(setting.state()).isEqualTo(before);
        curator.undo(null, "");
        assertThat(setting.column(EDGES)).containsExactly("Area Sum 2");
        curator.undo(null, "");
        assertThat(setting.state()).isEqualTo(before);
    }

    @Test
    void theCensusFollowsEveryChange() {
        assertThat(census()).isEqualTo(3L);
        curator.ban("Total", CurationSetting.note());
        assertThat(census()).isEqualTo(1L);
        curator.undo(null, "");
        assertThat(census()).isEqualTo(3L);
        curator.merge("Total", "Sum", CurationSetting.note());
        assertThat(census()).isEqualTo(1L);
        curator.undo(null, "");
        curator.split("Area", List.of("Surface"), "Surface area", CurationSetting.note());
        assertThat(census()).isEqualTo(5L);
    }

    private Object census() {
        return setting.column("CALL kprg.census({kinds: ['ONE_HOP']}) YIELD count RETURN count")
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Sun      | Sum   | UNKNOWN  | There is no knowledge point 'Sun'; the nearest names are 'Sum'
            xyzzyq   | Sum   | UNKNOWN  | There is no knowledge point 'xyzzyq', and no name like it
            ''       | Sum   | UNKNOWN  | There is no knowledge point '', and no name like it
            Sum      | SUM   | INVALID  | 'Sum' cannot be merged into itself: name another one
            Old      | Sum   | CONFLICT | 'Old' is banned: unban it first
            Sum      | Old   | CONFLICT | 'Old' is banned: unban it first
            Area     | Gone  | CONFLICT | 'Gone' is merged into 'Total': merge into that one
            Gone     | Area  | CONFLICT | 'Gone' is merged into 'Total' already
            Total    | Gone  | CONFLICT | 'Gone' is merged into 'Total': merge into that one
            PLUS     | Sum   | CONFLICT | 2 knowledge points are called 'PLUS': 'Plus' (kp-Plus), 'pluS' (kp-pluS); give the id
            """)
    void aMergeThatCannotBeMeantIsRefused(String from, String into, Kind kind, String message) {
        setting.knowledgePoint("Old")
                .knowledgePoint("Gone")
                .knowledgePoint("Plus")
                .knowledgePoint("pluS");
        curator.ban("Old", CurationSetting.note());
        curator.merge("Gone", "Total", CurationSetting.note());
        refused(kind, message, () -> curator.merge(from, into, CurationSetting.note()));
    }

    private void refused(Kind kind, String message, Runnable change) {
        List<String> before = setting.state();
        List<Object> curations = setting.column("MATCH (n) WHERE n:Curation OR n:Kprg RETURN properties(n)");
        assertThatExceptionOfType(CurationException.class)
                .isThrownBy(change::run)
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
        assertThat(setting.state()).isEqualTo(before);
        assertThat(setting.column("MATCH (n) WHERE n:Curation OR n:Kprg RETURN properties(n)"))
                .isEqualTo(curations);
    }

    @Test
    void anExactNameIsMeantBeforeOneThatDiffersInCase() {
        setting.knowledgePoint("sum");
        curator.rename("sum", "Sums", CurationSetting.note());
        assertThat(setting.column("MATCH (kp {id: 'kp-sum'}) RETURN kp.name")).containsExactly("Sums");
    }

    @Test
    void anEarlierNameIsExplained() {
        curator.rename("Sum", "Addition", CurationSetting.note());
        refused(
                Kind.UNKNOWN,
                "There is no knowledge point 'sum': it is called 'Addition' now (kp-Sum)",
                () -> curator.ban("sum", CurationSetting.note()));
    }

    @Test
    void aSplitThatCannotBeMeantIsRefused() {
        refused(
                Kind.INVALID,
                "These are all mentions of 'Area': leave one, or rename or merge it instead",
                () -> split(List.of("Area", "Areas", "Surface"), "New"));
        refused(
                Kind.UNKNOWN,
                "'Volume' is no mention of 'Area'; its mentions are 'Surface', 'Area', 'Areas'",
                () -> split(List.of("Surface", "Volume"), "New"));
        refused(Kind.INVALID, "No mention is given: name those that shall leave", () -> split(List.of(), "New"));
        refused(
                Kind.INVALID,
                "'Area' cannot be split into itself: name another one",
                () -> split(List.of("Surface"), "kp-Area"));
        refused(Kind.INVALID, "The new name is blank: give it some letters", () -> split(List.of("Surface"), "  "));
        refused(
                Kind.INVALID,
                "The new name has 10240 characters; it may have 200",
                () -> split(List.of("Surface"), "x".repeat(10_240)));
        curator.ban("Total", CurationSetting.note());
        refused(
                Kind.CONFLICT,
                "'Total' is banned: mentions can only join an active one",
                () -> split(List.of("Surface"), "Total"));
    }

    private void split(List<String> mentions, String into) {
        curator.split("Area", mentions, into, CurationSetting.note());
    }

    @Test
    void mentionsCanLeaveAgainUnderTheNameOfTheOneThatWasMerged() {
        curator.merge("Total", "Sum", CurationSetting.note());
        curator.split("Sum", List.of("Total"), "Total", CurationSetting.note());
        assertThat(setting.column("MATCH (kp {name: 'Total'}) RETURN kp.status ORDER BY kp.status"))
                .containsExactly("active", "merged");
        assertThat(setting.column(EDGES)).containsExactly("Area Sum 2", "Area Total 2", "Sum Total 1");
        refused(
                Kind.CONFLICT,
                "Curation " + curator.history(2).get(1).id()
                        + " (merge 'Total' into 'Sum') cannot be undone while a later one stands: "
                        + curator.history(1).get(0).id() + " (split 'Total' from 'Sum' to 'Total'). Undo that first",
                () -> curator.undo(curator.history(2).get(1).id(), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''          | INVALID  | The new name is blank: give it some letters
            '\u00a0 '   | INVALID  | The new name is blank: give it some letters
            'a\u0007b'  | INVALID  | The new name holds control characters, such as tabs or line breaks: leave them out
            'a\u202eb'  | INVALID  | The new name holds control characters, such as tabs or line breaks: leave them out
            Sum         | CONFLICT | 'Sum' has that name already
            TOTAL       | CONFLICT | The name 'Total' has kp-Total already: merge the two instead
            """)
    void aNameThatCannotBeIsRefused(String name, Kind kind, String message) {
        refused(kind, message, () -> curator.rename("Sum", name, CurationSetting.note()));
    }

    @Test
    void aNameOfTenThousandLettersAndOneOfAMergedOneAreRefused() {
        refused(
                Kind.INVALID,
                "The new name has 10240 characters; it may have 200",
                () -> curator.rename("Sum", "x".repeat(10_240), CurationSetting.note()));
        curator.merge("Total", "Sum", CurationSetting.note());
        refused(
                Kind.CONFLICT,
                "'Total' is merged into 'Sum': rename that one",
                () -> curator.rename("Total", "Totals", CurationSetting.note()));
    }

    @Test
    void bansAndUnbansThatDoNotFitAreRefused() {
        refused(Kind.INVALID, "A ban needs a reason: say why", () -> curator.ban("Sum", new Note("me", " ")));
        refused(Kind.CONFLICT, "'Sum' is active, not banned", () -> curator.unban("Sum", CurationSetting.note()));
        curator.ban("Sum", CurationSetting.note());
        refused(Kind.CONFLICT, "'Sum' is banned already", () -> curator.ban("Sum", CurationSetting.note()));
        curator.rename("Total", "sum", CurationSetting.note());
        refused(
                Kind.CONFLICT,
                "The name 'Sum' has kp-Total now: rename one of the two first",
                () -> curator.unban("kp-Sum", CurationSetting.note()));
        refused(
                Kind.CONFLICT,
                "The name 'sum' has kp-Total now: rename that one first",
                () -> curator.undo(curator.history(2).get(1).id(), ""));
    }

    @Test
    void undoIsRefusedTwiceWithoutAnythingAndForOneThatIsNotThere() {
        refused(Kind.CONFLICT, "There is nothing to undo", () -> curator.undo(null, ""));
        refused(Kind.UNKNOWN, "There is no curation 'none'", () -> curator.undo("none", ""));
        String id = curator.ban("Sum", CurationSetting.note()).curation().id();
        curator.undo(id, "");
        refused(Kind.CONFLICT, "Curation " + id + " (ban 'Sum') is undone already", () -> curator.undo(id, ""));
        refused(Kind.CONFLICT, "There is nothing to undo", () -> curator.undo(null, ""));
    }

    @Test
    void undoingASplitLeavesWhatJoinedTheNewOneSinceAndWhatWasMadeFromIt() {
        curator.split("Area", List.of("Surface"), "Surface area", CurationSetting.note());
        setting.run(
                """
                MATCH (kp {name: 'Surface area'}), (s:Seed {id: 's1'})
                CREATE (:Combination {key: 'c1'})-[:COMBINES]->(kp)
                """,
                Map.of());
        curator.undo(null, "");
        assertThat(setting.column(
                        "MATCH (a {name: 'Surface area'})-[:MERGED_INTO]->(b) RETURN a.status + ' ' + b.name"))
                .containsExactly("merged Area");

        curator.split("Sum", List.of("Adding"), "Addition", CurationSetting.note());
        setting.run(
                """
                MATCH (kp {name: 'Addition'}), (s:Seed {id: 's1'})
                CREATE (s)-[:MENTIONS {position: 9}]->(:Mention {key: 'm9', text: 'Plus', verdict: 'keep'})-[:NAMES]->(kp)
                """,
                Map.of());
        setting.built();
        curator.undo(null, "");
        assertThat(setting.column("MATCH (m)-[:NAMES]->(kp {name: 'Addition', status: 'active'}) RETURN m.text"))
                .containsExactly("Plus");
        assertThat(setting.column(REQUIRES)).contains("s1 Addition", "s3 Sum").doesNotContain("s3 Addition");
    }

    @Test
    void aNameThatAPersonChoseSaysSoUntilItIsUndone() {
        String named = "MATCH (kp:KnowledgePoint) WHERE kp.namedBy = 'person' RETURN kp.name ORDER BY kp.name";
        curator.rename("Total", "Totals", CurationSetting.note());
        curator.split("Area", List.of("Surface"), "Surface area", CurationSetting.note());
        curator.merge("Area", "Sum", CurationSetting.note());
        assertThat(setting.column(named)).containsExactly("Sum", "Surface area", "Totals");
        for (int i = 0; i < 3; i++) {
            curator.undo(null, "");
        }
        assertThat(setting.column(named)).isEmpty();
    }

    @Test
    void undoIsRefusedWhenAnExtractionMergedTheKnowledgePointSince() {
        String id = curator.rename("Total", "Totals", CurationSetting.note())
                .curation()
                .id();
        setting.run(
                "MATCH (a {name: 'Totals'}), (b {name: 'Sum'}) SET a.status = 'merged' CREATE (a)-[:MERGED_INTO]->(b)",
                Map.of());
        refused(
                Kind.CONFLICT,
                "'Totals' was merged into 'Sum' since, by an extraction: split its mentions off instead",
                () -> curator.undo(id, ""));
    }
}
