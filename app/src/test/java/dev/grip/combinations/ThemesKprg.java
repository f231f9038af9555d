package dev.grip.combinations;

import dev.grip.graph.Neo4jExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Driver;

/**
 * A KPRG of three themes that hardly meet: {@code a}, {@code b} and {@code c} with 30, 20 and 4 knowledge points. The first of each
 * theme, such as {@code a0} with the name {@code name a0}, has an edge to all others of it, most of which have one to each other; the
 * first two themes have one edge between them, and so have the last two.
 */
public final class ThemesKprg {

    private ThemesKprg() {}

    public static void build(Neo4jExtension neo4j) {
        neo4j.wipe();
        build(neo4j.driver());
    }

    static void build(Driver driver) {
        List<List<String>> pairs = new ArrayList<>(List.of(List.of("a5", "b5"), List.of("b7", "c1")));
        theme("a", 30, pairs);
        theme("b", 20, pairs);
        theme("c", 4, pairs);
        try (var session = driver.session()) {
            session.run(
                            """
                            UNWIND $pairs AS pair
                            CREATE (seed:Seed {id: randomUUID()})
                            WITH seed, pair UNWIND pair AS id
                            MERGE (kp:KnowledgePoint {id: id})
                            ON CREATE SET kp.name = 'name ' + id, kp.status = 'active', kp.embedding = [1.0, 0.0]
                            CREATE (seed)-[:REQUIRES]->(kp)
                            """,
                            Map.of("pairs", pairs))
                    .consume();
            session.run("CALL kprg.build({})").consume();
        }
    }

    private static void theme(String theme, int size, List<List<String>> pairs) {
        Random random = new Random(1);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (i == 0 || random.nextDouble() < 0.6) {
                    pairs.add(List.of(theme + i, theme + j));
                }
            }
        }
    }
}
