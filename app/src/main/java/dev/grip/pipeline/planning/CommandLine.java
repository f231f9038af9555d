package dev.grip.pipeline.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Steering;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.spending.Budget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line that starts a run, for a POSIX shell. */
final class CommandLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommandLine() {}

    /** Null for a request that no command line can make. */
    static @Nullable String of(RunRequest request, Budget budget) {
        CombinationSpec spec = request.spec();
        if (spec != null && !spec.equals(plain(spec))) {
            return null;
        }
        StringBuilder line = new StringBuilder("grip run");
        if (spec == null) {
            String selection = request.selection();
            line.append(
                    selection == null
                            ? " --cypher " + quoted(String.valueOf(request.cypher()))
                            : " --selection " + selection);
            new TreeMap<>(request.parameters())
                    .forEach((name, value) -> line.append(" --param ").append(quoted(name + "=" + json(value))));
            add(line, "--limit", request.limit());
        } else {
            kinds(line, spec);
        }
        line.append(budget.options());
        return line.toString();
    }

    /** The spec without what only HTTP can say. */
    private static CombinationSpec plain(CombinationSpec spec) {
        return new CombinationSpec(
                spec.kinds(),
                spec.limit(),
                spec.seed(),
                null,
                null,
                null,
                null,
                null,
                null,
                spec.mix(),
                spec.steering());
    }

    private static void kinds(StringBuilder line, CombinationSpec spec) {
        Map<Kind, Integer> mix = spec.mix();
        if (mix != null) {
            line.append(" --mix ")
                    .append(mix.entrySet().stream()
                            .map(kind -> kind.getKey() + "=" + kind.getValue())
                            .collect(Collectors.joining(",")));
        } else if (!spec.kinds().equals(List.of(Kind.values()))) {
            line.append(" --kinds ")
                    .append(spec.kinds().stream().map(Kind::name).collect(Collectors.joining(",")));
        }
        add(line, "--limit", spec.limit());
        add(line, "--seed", spec.seed());
        Steering steering = spec.steering();
        if (steering != null) {
            line.append(" --steer");
            add(line, "--novelty", steering.novelty());
        }
    }

    private static void add(StringBuilder line, String option, @Nullable Object value) {
        if (value != null) {
            line.append(' ').append(option).append(' ').append(value);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A parameter cannot be written: " + e.getOriginalMessage(), e);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
