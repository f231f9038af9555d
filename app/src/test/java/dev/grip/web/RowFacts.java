package dev.grip.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.neo4j.driver.Driver;

/** What the graph itself says about a row of a preview. */
record RowFacts(Driver driver) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUERY =
            """
            MATCH (a:KnowledgePoint {id: $ids[0]}), (b:KnowledgePoint {id: $ids[1]})
            WITH COUNT { (a)<-[:REQUIRES]-(:Seed)-[:REQUIRES]->(b) } AS together,
                 gds.similarity.cosine(a.embedding, b.embedding) AS cosine,
                 COUNT { (a)<-[:COMBINES]-()<-[:GENERATED_FROM]-()<-[:SOLVES]-(:Solution {verdict: 'passed'}) } AS accepted
            RETURN %s AS holds
            """;

    /**
     * Whether a sentence of Cypher is true: of {@code $row}, its columns, {@code $ids} and {@code $key}, and of its first two knowledge
     * points, which {@code $together} many seeds need, with the cosine {@code $cosine} and {@code $accepted} solutions of the first.
     */
    boolean hold(String sentence, JsonNode row) {
        String query = QUERY.formatted(sentence.replace("$together", "together")
                .replace("$cosine", "cosine")
                .replace("$accepted", "accepted"));
        Map<String, Object> parameters = Map.of(
                "ids", plain(row.get("ids")),
                "key", row.get("key").asText(),
                "row", plain(row.get("columns")));
        try (var session = driver.session()) {
            return session.run(query, parameters).single().get("holds").asBoolean();
        }
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }
}
