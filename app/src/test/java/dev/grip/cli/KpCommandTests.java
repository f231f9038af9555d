package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import dev.grip.graph.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look up, correct, explain and check knowledge points. */
@SuppressWarnings("NullAway.Init")
class KpCommandTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private Path work;

    @BeforeEach
    void graph() {
        NEO4J.wipe();
        run(
                """
                UNWIND [['Area', 'Surface'], ['Sum', 'Adding'], ['%s']] AS names
                CREATE (kp:KnowledgePoint {id: 'kp-' + left(names[0], 4), name: names[0], status: 'active'})
                WITH kp, names UNWIND names AS name
                CREATE (m:Mention {key: 'm-' + left(name, 20), text: name, verdict: 'keep', reason: 'fine', decidedBy: 'filter'})
                CREATE (m)-[:NAMES]->(kp)
                MERGE (seed:Seed {id: 's1'}) SET seed.problem = 'a long story ' + name
                CREATE (seed)-[:MENTIONS {model: 'm', prompt: 'p', promptVersion: 1}]->(m) MERGE (seed)-[:REQUIRES]->(kp)
                """
                        .formatted("Long " + "name ".repeat(30)));
        NEO4J.graph().write(Query.of("knowledge/build-kprg"), Map.of());
    }

    private static void run(String cypher) {
        try (var session = NEO4J.driver().session()) {
            session.run(cypher).consume();
        }
    }

    @Test
    void theListIsATableOfEightyColumnsThatSaysWhenItIsCut() {
        var all = grip(0, "kp", "list");
        assertThat(all.out()).contains("name", "Area", "Sum", "Long name name");
        assertThat(all.out().lines().skip(1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(grip(0, "kp", "list", "surf", "--limit", "1").out())
                .contains("Area", "the first 1;")
                .doesNotContain("Sum");
        assertThat(grip(0, "kp", "list", "nothing").out()).contains("none found");
        assertThat(grip(2, "kp", "list", "--status", "gone").err()).contains("active, banned, merged");
    }

    @Test
    void changesAreSaidListedExplainedAndUndone() throws IOException {
        assertThat(grip(0, "kp", "merge", "sum", "Area", "--reason", "one thing", "--by", "me")
                        .out())
                .containsPattern("done +merge 'Sum' into 'Area'")
                .contains("2 knowledge points, 1 edge, epoch 2");
        assertThat(grip(0, "kp", "split", "Area", "--mention", "Surface").out())
                .contains("split 'Surface' from 'Area' to 'Surface'");
        assertThat(grip(0, "kp", "rename", "Surface", "Surface area").out()).contains("rename 'Surface'");
        assertThat(grip(0, "kp", "ban", "Surface area", "--reason", "test").out())
                .containsPattern("made from it +no problems");
        assertThat(grip(0, "kp", "unban", "Surface area").out()).contains("unban 'Surface area'");

        var trace = grip(0, "trace", "Area");
        assertThat(trace.out())
                .contains("Knowledge point 'Area'", "holds", "Why these are one", "by person (me): one thing")
                .contains("Surface", "Changes by hand", "merge 'Sum' into 'Area'");
        assertThat(trace.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(grip(0, "kp", "history").out().lines().filter(line -> line.startsWith("cur-")))
                .hasSize(5);

        for (int i = 0; i < 5; i++) {
            assertThat(grip(0, "kp", "undo").out()).contains("undone");
        }
        assertThat(grip(1, "kp", "undo").err()).isEqualTo("grip: There is nothing to undo\n");
        var history =
                new ObjectMapper().readTree(grip(0, "kp", "history", "--json").out());
        assertThat(history.findValuesAsText("undone")).hasSize(5).containsOnly("true");
    }

    @Test
    void refusalsAreOneMessageAndExitCodeOne() {
        assertThat(grip(1, "kp", "merge", "Summ", "Area").err())
                .isEqualTo("grip: There is no knowledge point 'Summ'; the nearest names are 'Sum'\n");
        assertThat(grip(1, "kp", "rename", "Sum", "area").err()).contains("merge the two instead");
        assertThat(grip(1, "trace", "zzz").err()).contains("There is no knowledge point, problem");
    }

    @Test
    void aSeedAndALongNameAreExplainedWithinEightyColumns() {
        for (var id : List.of("s1", "kp-Long")) {
            var trace = grip(0, "trace", id);
            assertThat(trace.out()).contains("Long name");
            assertThat(trace.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
        assertThat(grip(0, "trace", "s1", "--json").out()).contains("\"kind\" : \"seed\"");
    }

    @Test
    void theAuditAgreesOrNamesTheEdgesThatDiffer() {
        assertThat(grip(0, "graph", "audit").out()).isEqualTo("all 3 edges agree with their seeds\n");
        assertThat(grip(0, "graph", "audit", "--edge", "Sum", "area").out())
                .contains("1 seed behind the edge", "s1", "'Adding' and 'Area'");

        run("MATCH ({name: 'Sum'})-[e:CO_OCCURS]-({name: 'Area'}) SET e.weight = 7");

        assertThat(grip(1, "graph", "audit").out())
                .contains("1 edge of 3 stored differ", "weight: weight 7, 1 seed: 'Area' and 'Sum'");
        assertThat(grip(1, "graph", "audit", "--edge", "Sum", "Area").out()).contains("weight 7");
        assertThat(grip(1, "graph", "audit", "--edge", "Sum", "nobody").err()).contains("nobody");
    }

    @Test
    void theDumpIsWrittenAndItsLinesCounted() throws IOException {
        var file = work.resolve("dump.jsonl");
        assertThat(grip(0, "graph", "dump", file.toString()).out()).isEqualTo("7 lines written to " + file + "\n");
        var first = Files.readString(file);
        grip(0, "graph", "dump", file.toString(), "--json");
        assertThat(file).hasContent(first);
    }

    /** Runs a command on the tests' Neo4j and expects its exit code. */
    private Console grip(int code, String... arguments) {
        var console = new Console();
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--quiet", "--data", work.resolve("data").toString()));
        all.addAll(List.of("-D", "neo4j.uri=" + NEO4J.embedded().boltUri()));
        all.addAll(List.of("-D", "neo4j.password=" + NEO4J.embedded().password()));
        assertThat(console.run(all.toArray(String[]::new)))
                .as(() -> String.join(" ", arguments) + "\n" + console.out() + console.err())
                .isEqualTo(code);
        return console;
    }
}
