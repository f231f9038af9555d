package dev.grip.combinations;

import dev.grip.graph.Neo4jExtension;

/**
 * A KPRG whose combinations can be counted by hand: the path {@code a - b - c - d - e} with the triangle {@code c d f} on it,
 * {@code x} apart from it and {@code y} banned. Edges: ab, bc, cd, de, cf, df; cd has weight 2.
 */
final class SmallKprg {

    private SmallKprg() {}

    static void build(Neo4jExtension neo4j) {
        neo4j.wipe();
        try (var session = neo4j.driver().session()) {
            session.run(
                            """
                            UNWIND ['a', 'b', 'c', 'd', 'e', 'f', 'x', 'y'] AS id
                            CREATE (:KnowledgePoint {id: id, name: 'name ' + id,
                              status: CASE id WHEN 'y' THEN 'banned' ELSE 'active' END})
                            """)
                    .consume();
            session.run(
                            """
                            UNWIND [['a', 'b'], ['b', 'c'], ['c', 'd'], ['c', 'd'], ['d', 'e'], ['c', 'f'], ['d', 'f'], ['x']]
                              AS needs
                            CREATE (seed:Seed {id: randomUUID()})
                            WITH seed, needs UNWIND needs AS id
                            MATCH (kp:KnowledgePoint {id: id})
                            CREATE (seed)-[:REQUIRES]->(kp)
                            """)
                    .consume();
            session.run("CALL kprg.build({})").consume();
        }
    }
}
