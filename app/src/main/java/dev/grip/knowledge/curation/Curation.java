package dev.grip.knowledge.curation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * One change by hand: {@code action} is merge, split, rename, ban or unban, {@code summary} says it in words, {@code knowledgePoints} are
 * the ids of those it changed or made.
 */
public record Curation(
        String id,
        String action,
        String summary,
        Instant at,
        String by,
        String reason,
        boolean undone,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        List<String> knowledgePoints) {

    static Curation of(Record row) {
        return new Curation(
                row.get("id").asString(),
                row.get("action").asString(),
                row.get("summary").asString(),
                row.get("at").asZonedDateTime().toInstant(),
                row.get("by").asString(""),
                row.get("reason").asString(""),
                row.get("undone").asBoolean(),
                row.get("undoneAt").isNull()
                        ? null
                        : row.get("undoneAt").asZonedDateTime().toInstant(),
                row.get("undoneBy").asString(null),
                row.get("knowledgePoints").asList(Value::asString));
    }
}
