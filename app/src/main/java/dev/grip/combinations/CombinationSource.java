package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Where combinations come from: the {@code kprg} procedures, or a person's read-only Cypher. */
public final class CombinationSource {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Map<Kind, Query> LISTS = queries("list-");
    private static final Query SAMPLE = Query.of("combinations/sample");
    private static final Query CENSUS = Query.of("combinations/census");

    private final Graph graph;
    private final SelectionLimits limits;
    private final SelectionReader selections;

    public CombinationSource(Graph graph) {
        this(graph, SelectionLimits.USUAL);
    }

    public CombinationSource(Graph graph, SelectionLimits limits) {
        this.graph = graph;
        this.limits = limits;
        this.selections = new SelectionReader(graph);
    }

    /** Hands over what a spec chooses, kind by kind; a kind with fewer than its share leaves the rest to the next ones. */
    public void choose(CombinationSpec spec, Consumer<Combination> chosen) {
        Position position = Position.start(spec);
        while (!position.end(spec)) {
            int given = list(spec.kinds().get(position.kind()), spec, position.share(spec), chosen);
            position = position.after(given, null).nextKind();
        }
    }

    /**
     * The next combinations of a spec that is neither sampled nor repeats, at most {@code most}; together, pages give what
     * {@link #choose} does. Throws IllegalArgumentException when the graph is not the one that {@code from} belongs to.
     */
    public Page page(CombinationSpec spec, Position from, int most) {
        Kind kind = spec.kinds().get(from.kind());
        int wanted = Math.min(most, from.share(spec) - from.given());
        Map<String, Object> config = spec.filters();
        config.put("limit", wanted);
        if (from.cursor() != null) {
            config.put("after", from.cursor());
        }
        List<Record> rows = graph.read(Objects.requireNonNull(LISTS.get(kind)), Map.of("config", config));
        String last = rows.isEmpty()
                ? from.cursor()
                : rows.get(rows.size() - 1).get("cursor").asString();
        Position next = from.after(rows.size(), last);
        boolean over = rows.size() < wanted || next.given() == from.share(spec);
        return new Page(
                rows.stream().map(CombinationSource::combination).toList(), last, over ? next.nextKind() : next);
    }

    /** The regions of the KPRG as it is. Throws IllegalArgumentException when they cannot be found, with what to do. */
    public Regions regions() {
        return Regions.find(graph);
    }

    /** The combinations of these regions of the KPRG as it is. */
    public RegionListing listing(Regions regions) {
        return new RegionListing(graph, regions);
    }

    /** How many combinations {@link #choose} gives for a spec that does not repeat them. */
    public long count(CombinationSpec spec) {
        return shares(spec, census(spec)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many combinations of each kind {@link #choose} gives for a spec that does not repeat them, by its census. */
    public Map<Kind, Long> shares(CombinationSpec spec, List<CensusRow> census) {
        Map<String, Long> counts = new HashMap<>();
        census.forEach(row -> counts.merge(row.kind(), row.count(), Long::sum));
        Map<Kind, Long> shares = new EnumMap<>(Kind.class);
        Position position = Position.start(spec);
        while (!position.end(spec)) {
            Kind kind = spec.kinds().get(position.kind());
            int given =
                    (int) Math.min(position.share(spec), Math.min(counts.getOrDefault(kind.name(), 0L), UNLIMITED - 1));
            shares.put(kind, (long) given);
            position = position.after(given, null).nextKind();
        }
        return shares;
    }

    /**
     * Hands over what a query selects, at most the first {@code limit} different combinations. Throws
     * {@link dev.grip.graph.SelectionException} for one that cannot be used. One that uses {@code $projection} gets the KPRG in the
     * memory of Graph Data Science.
     */
    public void select(
            String cypher, Map<String, Object> parameters, @Nullable Integer limit, Consumer<Combination> chosen) {
        selections
                .read(rows(cypher, parameters, 0), limit == null ? UNLIMITED : limit)
                .forEach(found -> chosen.accept(found.combination()));
    }

    /** What the first combinations of a query are, at most {@code most}, with its other columns, and how many it gives in all. */
    public Look look(String cypher, Map<String, Object> parameters, @Nullable Integer limit, int most) {
        List<SelectionReader.Row> rows = rows(cypher, parameters, most);
        long different = rows.stream()
                .map(row -> row.references().stream().sorted().toList())
                .distinct()
                .count();
        int shown = limit == null ? most : Math.min(most, limit);
        return new Look(
                selections.read(rows, shown).stream()
                        .map(found ->
                                new Look.Row(found.combination(), found.row().columns()))
                        .toList(),
                limit == null ? different : Math.min(different, limit));
    }

    private List<SelectionReader.Row> rows(String cypher, Map<String, Object> parameters, int whole) {
        if (!Projection.neededBy(cypher) || parameters.containsKey(Projection.PARAMETER)) {
            return run(cypher, parameters, whole);
        }
        try (var projection = Projection.make(graph)) {
            Map<String, Object> more = new HashMap<>(parameters);
            more.put(Projection.PARAMETER, projection.name());
            return run(cypher, more, whole);
        }
    }

    private List<SelectionReader.Row> run(String cypher, Map<String, Object> parameters, int whole) {
        return graph.select(cypher, parameters, limits.timeout(), limits.maxRows(), new SelectionReader.Rows(whole));
    }

    /** Exact numbers of combinations under a spec's filters; its limit and seed play no part. */
    public List<CensusRow> census(CombinationSpec spec) {
        Map<String, Object> config = spec.filters();
        config.put("kinds", spec.kinds().stream().map(Kind::name).toList());
        return graph.read(CENSUS, Map.of("config", config)).stream()
                .map(row -> new CensusRow(
                        row.get("kind").asString(),
                        row.get("size").asInt(),
                        row.get("count").asLong(),
                        row.get("novel").asLong()))
                .toList();
    }

    private int list(Kind kind, CombinationSpec spec, int share, Consumer<Combination> chosen) {
        Map<String, Object> config = spec.filters();
        if (share != UNLIMITED) {
            config.put("limit", share);
        }
        boolean sampled = spec.seed() != null && share != UNLIMITED;
        if (sampled) {
            config.put("kinds", List.of(kind.name()));
            config.put("seed", spec.seed());
        }
        Query query = sampled ? SAMPLE : Objects.requireNonNull(LISTS.get(kind));
        return graph.stream(query, Map.of("config", config), rows -> {
            Map<String, Integer> repetitions = new HashMap<>();
            int[] given = {0};
            rows.map(CombinationSource::combination).forEach(combination -> {
                int sample = repetitions.merge(combination.key(), 1, Integer::sum) - 1;
                chosen.accept(combination.repetition(sample));
                given[0]++;
            });
            return given[0];
        });
    }

    private static Combination combination(Record row) {
        List<String> ids = row.get("ids").asList(Value::asString);
        List<String> names = row.get("names").asList(Value::asString);
        return of(
                row.get("kind").asString(),
                row.get("distance").asInt(),
                row.get("weight").asDouble(),
                ids,
                names);
    }

    /** A combination of these KPs whatever their order; the key depends on the KPs alone. */
    static Combination of(String kind, int distance, double weight, List<String> ids, List<String> names) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            order.add(i);
        }
        order.sort(java.util.Comparator.comparing(ids::get));
        List<String> sortedIds = order.stream().map(ids::get).toList();
        List<String> sortedNames = order.stream().map(names::get).toList();
        return new Combination(Combination.keyOf(sortedIds), kind, distance, weight, sortedIds, sortedNames, 0);
    }

    private static Map<Kind, Query> queries(String prefix) {
        Map<Kind, Query> queries = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            queries.put(
                    kind,
                    Query.of("combinations/" + prefix
                            + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        }
        return queries;
    }
}
