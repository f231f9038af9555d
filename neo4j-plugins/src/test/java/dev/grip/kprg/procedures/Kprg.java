package dev.grip.kprg.procedures;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** The database of a test, with the few things tests do to it. */
public record Kprg(Driver driver) {

    public List<Record> run(String cypher, Map<String, Object> parameters) {
        return driver.executableQuery(cypher)
                .withParameters(parameters)
                .execute()
                .records();
    }

    public List<Record> run(String cypher) {
        return run(cypher, Map.of());
    }

    public long number(String cypher) {
        return run(cypher).get(0).get(0).asLong();
    }

    /** Seeds named s0, s1 ... that require knowledge points by id; those that do not exist yet are made. */
    public void seeds(List<List<String>> requirements) {
        run(
                """
                UNWIND range(0, size($requirements) - 1) AS i
                MERGE (s:Seed {id: 's' + i})
                WITH s, i UNWIND $requirements[i] AS id
                MERGE (k:KnowledgePoint {id: id}) ON CREATE SET k.name = 'name of ' + id
                MERGE (s)-[:REQUIRES]->(k)
                """,
                Map.of("requirements", requirements));
    }

    public Map<String, Object> build() {
        return run("CALL kprg.build()").get(0).asMap();
    }

    public List<List<String>> combinations(String call, Map<String, Object> config) {
        return run(
                        "CALL %s($config) YIELD knowledgePoints RETURN [k IN knowledgePoints | k.id] AS ids"
                                .formatted(call),
                        Map.of("config", config))
                .stream()
                .map(row -> row.get("ids").asList(value -> value.asString()))
                .toList();
    }
}
