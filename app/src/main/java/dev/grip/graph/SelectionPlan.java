package dev.grip.graph;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/** Judges from the server's own plan of a selection whether it only reads. */
final class SelectionPlan {

    /** Procedures outside these may open transactions, reach the network or change the server although they call it READ. */
    private static final Pattern READING_PROCEDURE = Pattern.compile(
            "kprg\\.(?!build$).+|db\\.(index\\.(vector|fulltext)\\.query\\w+|labels|relationshipTypes"
                    + "|propertyKeys|schema\\.\\w+)|apoc\\.(algo|neighbors|path|meta|search|nodes)\\..+"
                    + "|gds\\.(?!beta\\.pipeline|alpha\\.pipeline|pipeline|model|graph|beta\\.graph|alpha\\.graph).+\\.stream");

    /** It keeps a graph in the server's memory, which nobody would take out again. */
    private static final Pattern PROJECTS = Pattern.compile("\\bgds\\.(?:\\w+\\.)*graph\\.project\\w*");

    private static final Pattern CALLED = Pattern.compile("^\\s*([\\w.`]+)\\s*\\(");

    private SelectionPlan() {}

    static void requireReadOnly(ResultSummary explained) {
        if (!explained.hasPlan()) {
            throw refused("it is not a query that can be planned");
        }
        // Before the query type, because what each operator does makes the better sentence.
        operators(explained.plan()).forEach(SelectionPlan::requireHarmless);
        if (explained.queryType() != QueryType.READ_ONLY) {
            throw refused("it writes");
        }
    }

    private static void requireHarmless(Plan operator) {
        String type = operator.operatorType();
        if (type.startsWith("Transaction")) {
            throw refused("it has CALL { } IN TRANSACTIONS");
        }
        if (type.startsWith("LoadCSV")) {
            throw refused("it has LOAD CSV");
        }
        if (type.startsWith("Show") || type.startsWith("Terminate")) {
            throw refused("it is a command to the server");
        }
        if (PROJECTS.matcher(details(operator)).find()) {
            throw refused("it makes a projection: use $projection instead, which holds the knowledge points and their"
                    + " edges while the selection runs");
        }
        if (type.startsWith("ProcedureCall")) {
            requireReadingProcedure(operator);
        }
    }

    private static void requireReadingProcedure(Plan operator) {
        String details = details(operator);
        Matcher called = CALLED.matcher(details);
        String name = called.find() ? called.group(1).replace("`", "") : details;
        if (!READING_PROCEDURE.matcher(name).matches()) {
            throw refused("it calls " + name + "; the procedures that work here are kprg (all but build), apoc.algo,"
                    + " apoc.neighbors, apoc.path, apoc.meta, gds….stream and the db.index queries");
        }
    }

    private static String details(Plan operator) {
        var details = operator.arguments().get("Details");
        return details == null ? "" : details.asString();
    }

    private static Stream<Plan> operators(Plan plan) {
        List<? extends Plan> children = plan.children();
        return Stream.concat(Stream.of(plan), children.stream().flatMap(SelectionPlan::operators));
    }

    private static SelectionException refused(String why) {
        return new SelectionException("The selection must only read, but " + why + ".");
    }
}
