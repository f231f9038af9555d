package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many combinations one core lists and packs in a second, on a graph of the published size, without a database around it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ListingBenchmarks {

    @Param("1")
    private int scale;

    private static final int BLOCK = 4096;

    private final IntBuffer members = IntBuffer.allocate(4 * BLOCK);
    private final IntBuffer weights = IntBuffer.allocate(BLOCK);

    @SuppressWarnings("NullAway.Init")
    private KprgGraph graph;

    @Setup
    public void draw() {
        graph = ZipfGraph.of(scale);
    }

    /** The combinations listed, as a rate beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Listed {
        public long combinations;
    }

    @Benchmark
    public long oneHop(Listed listed) {
        return list(Kind.ONE_HOP, 3, listed);
    }

    @Benchmark
    public long twoHop(Listed listed) {
        return list(Kind.TWO_HOP, 3, listed);
    }

    @Benchmark
    public long threeHop(Listed listed) {
        return list(Kind.THREE_HOP, 3, listed);
    }

    @Benchmark
    public long triangles(Listed listed) {
        return list(Kind.COMMUNITY, 3, listed);
    }

    @Benchmark
    public long cliquesOfFour(Listed listed) {
        return list(Kind.COMMUNITY, 4, listed);
    }

    private long list(Kind kind, int size, Listed listed) {
        var selection = Selection.ALL.withKinds(Set.of(kind)).withCommunitySizes(List.of(size));
        var walk = Walk.over(graph, selection, Cancellation.NEVER);
        long sum = 0;
        while (walk.next()) {
            members.clear();
            weights.clear();
            int count = walk.pack(BLOCK, members, weights);
            sum += members.get(0) + weights.get(count - 1);
            listed.combinations += count;
        }
        return sum;
    }
}
