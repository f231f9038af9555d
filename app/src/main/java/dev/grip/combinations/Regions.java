package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Key;
import dev.grip.graph.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The regions of the KPRG: its largest communities of knowledge points (Leiden, by Graph Data Science), each named after its most
 * connected one, and what is {@link #ELSEWHERE}. A combination belongs to the region that all its knowledge points are in, or else
 * lies {@link #BETWEEN} regions, so that regions divide the combinations of every kind. The same graph has the same regions.
 */
public final class Regions {

    /** The region of the knowledge points that are in none of the largest communities. */
    public static final String ELSEWHERE = "elsewhere";

    /** The region of combinations with knowledge points from several. */
    public static final String BETWEEN = "between regions";

    /** The only region of a KPRG that is not divided. */
    public static final String WHOLE = "";

    /** What the fingerprint is when there is nothing to tell apart. */
    public static final String UNDIVIDED = "none";

    private static final Query LIST = Query.of("combinations/list-regions");
    private static final int MOST = 8;
    private static final int LEAST_MEMBERS = 5;

    private final Map<String, String> communityOf;
    private final List<String> names;
    private final String fingerprint;

    private Regions(Map<String, String> communityOf, List<String> names, String fingerprint) {
        this.communityOf = Map.copyOf(communityOf);
        this.names = List.copyOf(names);
        this.fingerprint = fingerprint;
    }

    /** A KPRG that is a single region. */
    public static Regions undivided() {
        return new Regions(Map.of(), List.of(WHOLE), UNDIVIDED);
    }

    /** Throws IllegalArgumentException when the server has no Graph Data Science or there is nothing to divide. */
    static Regions find(Graph graph) {
        try (var projection = Projection.make(graph)) {
            List<Record> rows = graph.read(
                    LIST, Map.of(Projection.PARAMETER, projection.name(), "most", MOST, "least", LEAST_MEMBERS));
            Map<String, List<String>> communities = new LinkedHashMap<>();
            for (Record row : rows) {
                String name = name(row.get("name").asString(), communities);
                communities.put(name, row.get("members").asList(Value::asString));
            }
            return of(communities);
        }
    }

    /** Two knowledge points may have one name. */
    private static String name(String center, Map<String, List<String>> taken) {
        String name = "around " + center;
        for (int again = 2; taken.containsKey(name); again++) {
            name = "around " + center + " (" + again + ")";
        }
        return name;
    }

    /** Regions of these communities: the ids of their knowledge points by their names, the largest first. */
    static Regions of(Map<String, List<String>> communities) {
        Map<String, String> communityOf = new HashMap<>();
        communities.forEach((name, members) -> members.forEach(member -> communityOf.put(member, name)));
        List<String> names = new ArrayList<>(communities.keySet());
        names.add(ELSEWHERE);
        if (!communities.isEmpty()) {
            names.add(BETWEEN);
        }
        List<String> parts = new ArrayList<>(names);
        communityOf.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> parts.addAll(List.of(member.getKey(), member.getValue())));
        return new Regions(communityOf, names, Key.of(parts));
    }

    /** All regions: communities, the largest first, then the others. */
    public List<String> names() {
        return names;
    }

    /** Different for a KPRG with other regions. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The region of a combination of the knowledge points with these ids. */
    public String of(List<String> ids) {
        if (names.size() == 1) {
            return names.get(0);
        }
        String first = communityOf.getOrDefault(ids.get(0), ELSEWHERE);
        boolean inside = ids.stream()
                .allMatch(id -> communityOf.getOrDefault(id, ELSEWHERE).equals(first));
        return inside ? first : BETWEEN;
    }
}
