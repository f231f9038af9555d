package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Combination;
import java.util.List;
import org.neo4j.graphdb.Node;
import org.neo4j.procedure.Description;

/** One combination. */
public record CombinationRow(
        @Description("ONE_HOP, TWO_HOP, THREE_HOP or COMMUNITY.") String kind,
        @Description("Its knowledge points, highest degree first.") List<Node> knowledgePoints,
        @Description("Edges on a shortest path between its knowledge points.") long distance,
        @Description("Edge weight, widest path or smallest edge weight.") double weight,
        @Description("Give it as config.after to go on right after this row.") String cursor) {

    static CombinationRow of(OpenKprg kprg, Combination combination) {
        return new CombinationRow(
                combination.kind().name(),
                kprg.members(combination),
                combination.kind().distance(),
                combination.weight(),
                Cursor.of(kprg.graph(), combination));
    }
}
