package dev.grip.knowledge.curation;

import java.util.List;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A knowledge point in a list: {@code status} is active, banned or merged, {@code aliases} its earlier names, {@code mentions} how many
 * mentions name it, {@code seeds} how many seeds require it and {@code neighbours} how many edges it has.
 */
public record KnowledgePoint(
        String id, String name, String status, List<String> aliases, long mentions, long seeds, long neighbours) {

    static KnowledgePoint of(Record row) {
        return new KnowledgePoint(
                row.get("id").asString(),
                row.get("name").asString(""),
                row.get("status").asString(),
                row.get("aliases").asList(Value::asString),
                row.get("mentions").asLong(),
                row.get("seeds").asLong(),
                row.get("neighbours").asLong());
    }
}
