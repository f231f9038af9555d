package dev.grip.pipeline.work;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a slice's combinations: how many are through, and how many of these got how far. */
record SliceCounts(long done, long problems, long problemsPassed, long solutions, long accepted, long failed) {

    static final SliceCounts NONE = new SliceCounts(0, 0, 0, 0, 0, 0);

    SliceCounts plus(SliceCounts other) {
        return new SliceCounts(
                done + other.done,
                problems + other.problems,
                problemsPassed + other.problemsPassed,
                solutions + other.solutions,
                accepted + other.accepted,
                failed + other.failed);
    }

    /** As properties of the slice. */
    Map<String, @Nullable Object> properties() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("done", done);
        properties.put("problems", problems);
        properties.put("problemsPassed", problemsPassed);
        properties.put("solutions", solutions);
        properties.put("accepted", accepted);
        properties.put("failed", failed);
        return properties;
    }
}
