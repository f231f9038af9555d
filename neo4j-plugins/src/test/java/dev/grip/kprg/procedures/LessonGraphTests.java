package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the procedures against plain Cypher on a real graph: the lessons and skills of OATutor. */
@ExtendWith(InProcessNeo4j.class)
class LessonGraphTests {

    private static final Path LESSONS = Path.of("../../shared/data/oatutor_lessons.jsonl");

    private final Kprg kprg;

    LessonGraphTests(Kprg kprg) {
        this.kprg = kprg;
    }

    @Test
    void procedureCountsAreThoseOfPlainCypher() throws IOException {
        assumeThat(LESSONS).exists();
        kprg.seeds(lessons());
        assertThat(kprg.build()).containsAllEntriesOf(Map.of("nodes", 1233L, "edges", 2392L));

        assertThat(count("ONE_HOP", 2)).isEqualTo(2392);
        assertThat(count("TWO_HOP", 2)).isEqualTo(1238).isEqualTo(kprg.number(TWO_HOP));
        assertThat(count("THREE_HOP", 2)).isEqualTo(kprg.number(THREE_HOP));
        assertThat(count("COMMUNITY", 3)).isEqualTo(3514).isEqualTo(kprg.number(TRIANGLES));
        assertThat(count("COMMUNITY", 4)).isEqualTo(kprg.number(CLIQUES_OF_FOUR));
        assertThat(kprg.number("CALL kprg.census({kinds: ['COMMUNITY']}) YIELD novel RETURN novel"))
                .isEqualTo(kprg.number(NOVEL_TRIANGLES));
        assertThat(kprg.run(WIDEST_PATHS)).isEqualTo(kprg.run(LISTED_PATHS)).hasSize(1238);
        assertThat(kprg.combinations("kprg.threeHop", Map.of("core", Map.of("share", 1.0))))
                .hasSize((int) count("THREE_HOP", 2));
    }

    private long count(String kind, int size) {
        return kprg.run(
                        "CALL kprg.census({core: {share: 1}, communitySizes: [3, 4]}) YIELD kind, size, count"
                                + " WHERE kind = $kind AND size = $size RETURN count",
                        Map.of("kind", kind, "size", size))
                .get(0)
                .get(0)
                .asLong();
    }

    private static List<List<String>> lessons() throws IOException {
        var json = new ObjectMapper();
        var lessons = new ArrayList<List<String>>();
        for (String line : Files.readAllLines(LESSONS)) {
            var names = new ArrayList<String>();
            json.readTree(line)
                    .get("knowledge_points")
                    .forEach(name -> names.add("kp:" + name.asText().toLowerCase(Locale.ROOT)));
            lessons.add(names);
        }
        return lessons;
    }

    private static final String TWO_HOP =
            """
            MATCH (a:KnowledgePoint)-[:CO_OCCURS]-()-[:CO_OCCURS]-(b)
            WHERE a.id < b.id AND NOT (a)-[:CO_OCCURS]-(b) RETURN count(DISTINCT [a.id, b.id])
            """;

    private static final String THREE_HOP =
            """
            MATCH (a:KnowledgePoint)-[:CO_OCCURS]-()-[:CO_OCCURS]-()-[:CO_OCCURS]-(b)
            WHERE a.id < b.id WITH DISTINCT a, b
            WHERE NOT (a)-[:CO_OCCURS]-(b) AND NOT (a)-[:CO_OCCURS]-()-[:CO_OCCURS]-(b) RETURN count(*)
            """;

    private static final String TRIANGLES =
            "MATCH (a)-[:CO_OCCURS]->(b)-[:CO_OCCURS]->(c), (a)-[:CO_OCCURS]->(c) RETURN count(*)";

    private static final String NOVEL_TRIANGLES =
            """
            MATCH (a)-[:CO_OCCURS]->(b)-[:CO_OCCURS]->(c), (a)-[:CO_OCCURS]->(c)
            WHERE NOT EXISTS {
              MATCH (s:Seed)-[:REQUIRES]->(a) WHERE (s)-[:REQUIRES]->(b) AND (s)-[:REQUIRES]->(c)
            } RETURN count(*)
            """;

    private static final String CLIQUES_OF_FOUR =
            """
            MATCH (a)-[:CO_OCCURS]->(b)-[:CO_OCCURS]->(c)-[:CO_OCCURS]->(d),
                  (a)-[:CO_OCCURS]->(c), (a)-[:CO_OCCURS]->(d), (b)-[:CO_OCCURS]->(d) RETURN count(*)
            """;

    private static final String WIDEST_PATHS =
            """
            MATCH (a:KnowledgePoint)-[r:CO_OCCURS]-()-[q:CO_OCCURS]-(b)
            WHERE a.id < b.id AND NOT (a)-[:CO_OCCURS]-(b)
            WITH a.id AS a, b.id AS b, max(CASE WHEN r.weight < q.weight THEN r.weight ELSE q.weight END) AS weight
            RETURN a, b, toFloat(weight) AS weight ORDER BY a, b
            """;

    private static final String LISTED_PATHS = "CALL kprg.twoHop() YIELD knowledgePoints AS k, weight"
            + " UNWIND k AS one WITH k, weight, one.id AS id ORDER BY id WITH k, weight, collect(id) AS ids"
            + " RETURN ids[0] AS a, ids[1] AS b, weight ORDER BY a, b";
}
