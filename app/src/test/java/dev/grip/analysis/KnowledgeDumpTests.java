package dev.grip.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same knowledge gives the same bytes, and other knowledge gives others. */
@SuppressWarnings("NullAway.Init")
final class KnowledgeDumpTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final List<String> NODES = List.of(
            "MERGE (n:Seed {id: 's1'}) SET n.extraction = 'extracted'",
            "MERGE (n:Seed {id: 's2'}) SET n.extraction = 'failed: a server at port ' + toString(rand())",
            "MERGE (n:Seed {id: 's3'})",
            "MERGE (n:Mention {key: 'm1'}) SET n.text = '和', n.verdict = 'keep', n.at = timestamp()",
            "MERGE (n:Mention {key: 'm2'}) SET n.text = 'Sum', n.verdict = 'vague'",
            "MERGE (n:KnowledgePoint {id: 'k1'}) SET n.name = '和', n.status = 'active', n.aliases = ['x', 'a']",
            "MERGE (n:KnowledgePoint {id: 'k2'}) SET n.name = 'Sum', n.status = 'merged'");
    private static final List<String> RELATIONSHIPS = List.of(
            "MATCH (s:Seed {id: 's1'}), (m:Mention {key: 'm1'}) CREATE (s)-[:MENTIONS {position: 2}]->(m)",
            "MATCH (s:Seed {id: 's1'}), (m:Mention {key: 'm2'}) CREATE (s)-[:MENTIONS {position: 1}]->(m)",
            "MATCH (m:Mention {key: 'm1'}), (k:KnowledgePoint {id: 'k1'}) CREATE (m)-[:NAMES]->(k)",
            "MATCH (s:Seed {id: 's1'}), (k:KnowledgePoint {id: 'k1'}) CREATE (s)-[:REQUIRES]->(k)",
            "MATCH (a:KnowledgePoint {id: 'k2'}), (b:KnowledgePoint {id: 'k1'}) CREATE (a)-[:MERGED_INTO]->(b)",
            "MATCH (a:KnowledgePoint {id: 'k1'}), (b:KnowledgePoint {id: 'k2'}) CREATE (a)-[:CO_OCCURS {weight:"
                    + " 3}]->(b)",
            "MATCH (a:Mention {key: 'm1'}), (b:Mention {key: 'm2'}) CREATE (a)-[:SIMILAR {score: 0.123456, verdict:"
                    + " 'same', decidedBy: 'x', at: datetime()}]->(b)");

    @TempDir
    private Path folder;

    private KnowledgeDump dump;

    @BeforeEach
    void open() {
        NEO4J.wipe();
        dump = new KnowledgeDump(NEO4J.graph());
    }

    private static void run(List<String> statements) {
        try (var session = NEO4J.driver().session()) {
            statements.forEach(statement -> session.run(statement).consume());
        }
    }

    @Test
    void itIsTheSameWhateverTheOrderInWhichThingsCame() throws IOException {
        run(NODES);
        run(RELATIONSHIPS);
        Path first = folder.resolve("first.jsonl");
        assertThat(dump.write(first, true)).isEqualTo(7);
        assertThat(Files.readAllLines(first))
                .containsExactly(
                        "{\"extraction\":\"extracted\",\"mentions\":[{\"text\":\"Sum\",\"verdict\":\"vague\"},{\"text\":\"和\",\"verdict\":\"keep\"}],\"requires\":[\"k1\"],\"seed\":\"s1\"}",
                        "{\"extraction\":\"failed\",\"mentions\":[],\"requires\":[],\"seed\":\"s2\"}",
                        "{\"extraction\":\"waiting\",\"mentions\":[],\"requires\":[],\"seed\":\"s3\"}",
                        "{\"aliases\":[\"x\",\"a\"],\"knowledgePoint\":\"k1\",\"mentions\":[\"和\"],\"mergedInto\":null,\"name\":\"和\",\"status\":\"active\"}",
                        "{\"aliases\":[],\"knowledgePoint\":\"k2\",\"mentions\":[],\"mergedInto\":\"k1\",\"name\":\"Sum\",\"status\":\"merged\"}",
                        "{\"edge\":[\"k1\",\"k2\"],\"weight\":3}",
                        "{\"decidedBy\":\"x\",\"score\":0.1235,\"similar\":[\"和\",\"Sum\"],\"verdict\":\"same\"}");
        for (int seed = 0; seed < 3; seed++) {
            NEO4J.wipe();
            run(shuffled(NODES, seed));
            run(shuffled(RELATIONSHIPS, seed));
            Path other = folder.resolve("other.jsonl");
            dump.write(other, true);
            assertThat(other).hasSameBinaryContentAs(first);
        }
        dump.write(first, false);
        assertThat(Files.readAllLines(first)).hasSize(6);
    }

    private static List<String> shuffled(List<String> statements, int seed) {
        List<String> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    @Test
    void everyDifferenceInKnowledgeIsADifferenceInBytes() throws IOException {
        run(NODES);
        run(RELATIONSHIPS);
        List<String> seen = new ArrayList<>();
        for (String change : List.of(
                "RETURN 1",
                "MATCH (m:Mention {key: 'm2'}) SET m.verdict = 'keep'",
                "MATCH ()-[e:CO_OCCURS]->() SET e.weight = 4",
                "MATCH (k:KnowledgePoint {id: 'k1'}) SET k.name = 'y'",
                "MATCH (:Seed)-[r:REQUIRES]->() DELETE r",
                "MATCH ()-[n:NAMES]->() DELETE n")) {
            run(List.of(change));
            Path file = folder.resolve("dump.jsonl");
            dump.write(file, false);
            seen.add(Files.readString(file));
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyGraphIsAnEmptyFileAndAFolderIsRefused() {
        Path file = folder.resolve("deep/empty.jsonl");
        assertThat(dump.write(file, true)).isZero();
        assertThat(file).isEmptyFile();
        assertThatThrownBy(() -> dump.write(folder, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot write " + folder);
        assertThat(folder.toFile().list()).containsExactly("deep");
    }
}
