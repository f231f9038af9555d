package dev.grip.bench;

import dev.grip.combinations.Blocks;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;

/** Brings combinations over Bolt to this process: packed ones unpacked again, and rows beside the fastest rows Bolt can give. */
final class TransferBench {

    private static final Query BLOCKS = Query.of("bench/list-blocks");
    private static final Query ROWS = Query.of("bench/list-rows");
    private static final Query SAME_ROW = Query.of("bench/repeat-row");
    private static final long PACKED = 20_000_000;
    private static final long ROW_COUNT = 200_000;
    private static final int RUNS = 5;
    private static final double PATIENCE = 5;
    private static final double MILLION = 1e6;

    private static final double COMBINATIONS = 10;
    private static final double SHARE_OF_BOLT = 0.9;

    private final Stand stand;

    TransferBench(Stand stand) {
        this.stand = stand;
    }

    void run(long pairs) {
        if (pairs > 0) {
            blocks();
            rows(Math.min(ROW_COUNT, pairs));
        }
    }

    private void blocks() {
        var config = Stand.config(Map.of("kinds", List.of("TWO_HOP"), "limit", PACKED));
        var timing = Timing.of(
                1,
                RUNS,
                PATIENCE,
                () -> stand.graph().stream(
                        BLOCKS, config, rows -> rows.mapToLong(this::unpack).sum()));
        var measure = Measure.of(
                        stand.metric("blocks over Bolt"),
                        timing.result() / timing.median() / MILLION,
                        "M combinations/s")
                .noting(String.format(
                        Locale.ROOT,
                        "%,d TWO_HOP pairs and their weights unpacked to int[]; median of %d",
                        timing.result(),
                        timing.runs()));
        stand.say(stand.judged() ? measure.atLeast(COMBINATIONS) : measure);
    }

    private long unpack(Record row) {
        int size = row.get("size").asInt();
        int count = row.get("count").asInt();
        int[] indexes = Blocks.indexes(row.get("block").asByteArray(), size, count);
        int[] weights = Blocks.weights(row.get("weights").asByteArray(), count);
        if (indexes[0] >= indexes[size - 1] || weights[count - 1] < 1) {
            throw new BenchException("kprg.blocks gave a pair " + indexes[0] + ", " + indexes[size - 1]
                    + " and a weight " + weights[count - 1]);
        }
        return count;
    }

    /** The two take turns, so that whatever else the machine does disturbs both. */
    private void rows(long rows) {
        var limited = Stand.config(Map.of("limit", rows));
        String cursor = stand.graph()
                .read(ROWS, Stand.config(Map.of("limit", 1)))
                .get(0)
                .get("cursor")
                .asString();
        Map<String, Object> repeated = Map.of("rows", rows, "cursor", cursor);
        double combinations = Double.POSITIVE_INFINITY;
        double constant = Double.POSITIVE_INFINITY;
        for (int run = 0; run < RUNS; run++) {
            constant = Math.min(
                    constant, Timing.once(() -> pull(SAME_ROW, repeated)).best());
            combinations = Math.min(
                    combinations, Timing.once(() -> pull(ROWS, limited)).best());
        }
        var measure = Measure.share(
                        stand.metric("rows over Bolt"),
                        rows / combinations / 1_000,
                        "k rows/s",
                        rows / constant / 1_000)
                .noting(String.format(
                        Locale.ROOT, "beside constant rows of the same shape; %,d each, best of %d", rows, RUNS));
        stand.say(stand.judged() ? measure.atLeast(SHARE_OF_BOLT) : measure);
    }

    private long pull(Query query, Map<String, Object> parameters) {
        return stand.graph().stream(query, parameters, rows -> rows.mapToLong(
                        row -> row.get("distance").asLong())
                .count());
    }
}
