package dev.grip.analysis;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which problems to list; null lets all through. {@code verdict} is that of the problem's judges, {@code accepted} whether a solution
 * passed as well, {@code kind} that of the combination.
 */
public record ProblemFilter(
        @Nullable String run,
        @Nullable String verdict,
        @Nullable Boolean accepted,
        @Nullable String kind,
        @Nullable String difficulty) {

    /** Lets all through. */
    public static final ProblemFilter ALL = new ProblemFilter(null, null, null, null, null);

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("run", run);
        parameters.put("verdict", verdict);
        parameters.put("accepted", accepted);
        parameters.put("kind", kind);
        parameters.put("difficulty", difficulty);
        return parameters;
    }
}
