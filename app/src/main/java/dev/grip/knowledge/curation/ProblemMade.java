package dev.grip.knowledge.curation;

import org.neo4j.driver.Record;

/** A problem made from a knowledge point, with its run and verdict; {@code exported} when an export holds a row of it. */
public record ProblemMade(String key, String run, String verdict, boolean exported) {

    static ProblemMade of(Record row) {
        return new ProblemMade(
                row.get("key").asString(),
                row.get("run").asString(""),
                row.get("verdict").asString(""),
                row.get("exported").asBoolean());
    }
}
