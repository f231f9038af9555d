package dev.grip.combinations;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Lists the combinations of one kind in one region by going through all of that kind in the procedures' order. They come packed,
 * millions a second, because most may be of other regions. Belongs to the graph as it was when this was made.
 */
public final class RegionListing {

    private static final Query IDS = Query.of("combinations/list-ids");
    private static final Query BLOCKS = Query.of("combinations/list-blocks");
    private static final int FIRST_STEP = 4096;
    private static final int LAST_STEP = 64 * FIRST_STEP;

    private final Graph graph;
    private final List<String> regions;
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final int[] regionOf;

    RegionListing(Graph graph, Regions regions) {
        this.graph = graph;
        this.regions = regions.names();
        for (Record row : graph.read(IDS, Map.of())) {
            ids.add(row.get("id").asString());
            names.add(row.get("name").asString(""));
        }
        this.regionOf = ids.stream()
                .mapToInt(id -> this.regions.indexOf(regions.of(List.of(id))))
                .toArray();
    }

    /**
     * The next combinations of a region and of the spec's first kind behind a cursor (null: from the first), at most {@code most}.
     * Throws IllegalArgumentException when the graph is not the one of the cursor.
     */
    public Stretch next(CombinationSpec spec, String region, @Nullable String after, int most) {
        List<Combination> found = new ArrayList<>();
        String cursor = after;
        for (int step = FIRST_STEP; ; step = Math.min(4 * step, LAST_STEP)) {
            long read = 0;
            for (Record row : blocks(spec, cursor, step)) {
                Block block = Block.of(row);
                int end = take(spec.kinds().get(0), block, regions.indexOf(region), most, found);
                if (found.size() == most) {
                    return new Stretch(found, behind(spec, cursor, end), false);
                }
                cursor = row.get("cursor").asString();
                read += block.count();
            }
            if (read < step) {
                return new Stretch(found, cursor, true);
            }
        }
    }

    /** Some combinations, packed: the indexes of their knowledge points, {@code size} each. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Block(int size, int count, int[] indexes, int[] weights) {

        static Block of(Record row) {
            int size = row.get("size").asInt();
            int count = row.get("count").asInt();
            return new Block(
                    size,
                    count,
                    Blocks.indexes(row.get("block").asByteArray(), size, count),
                    Blocks.weights(row.get("weights").asByteArray(), count));
        }

        int member(int combination, int i) {
            return indexes[combination * size + i];
        }
    }

    /** Takes those of the region until there are {@code most} in all; gives how many of the block were looked at. */
    private int take(Kind kind, Block block, int region, int most, List<Combination> into) {
        int at = 0;
        while (at < block.count() && into.size() < most) {
            if (region(block, at) == region) {
                into.add(combination(kind, block, at));
            }
            at++;
        }
        return at;
    }

    private int region(Block block, int combination) {
        int first = regionOf[block.member(combination, 0)];
        for (int i = 1; i < block.size(); i++) {
            if (regionOf[block.member(combination, i)] != first) {
                return regions.indexOf(Regions.BETWEEN);
            }
        }
        return first;
    }

    private Combination combination(Kind kind, Block block, int at) {
        List<String> itsIds = new ArrayList<>();
        List<String> itsNames = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            itsIds.add(ids.get(block.member(at, i)));
            itsNames.add(names.get(block.member(at, i)));
        }
        return CombinationSource.of(kind.name(), kind.distance(), block.weights()[at], itsIds, itsNames);
    }

    /** The cursor of the combination that is so many behind another one, at most a block. */
    private String behind(CombinationSpec spec, @Nullable String after, int count) {
        return blocks(spec, after, count).get(0).get("cursor").asString();
    }

    private List<Record> blocks(CombinationSpec spec, @Nullable String after, int most) {
        Map<String, Object> config = spec.filters();
        config.put("kinds", List.of(spec.kinds().get(0).name()));
        config.put("limit", most);
        if (after != null) {
            config.put("after", after);
        }
        return graph.read(BLOCKS, Map.of("config", config));
    }
}
