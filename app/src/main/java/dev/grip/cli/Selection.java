package dev.grip.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Steering;
import dev.grip.pipeline.runs.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose combinations, and the request they make. */
final class Selection {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description = "Some of ${COMPLETION-CANDIDATES}, separated by commas (default: all).")
    private @Nullable List<Kind> kinds;

    @Option(
            names = "--mix",
            split = ",",
            paramLabel = "KIND=N",
            description = "So many of each kind, separated by commas, instead of --kinds; 'grip plan' proposes some.")
    private @Nullable Map<Kind, Integer> mix;

    @Option(
            names = "--steer",
            description =
                    "Gives kinds and regions of the KPRG with better yields more of the combinations, round by round, the"
                            + " same way every time.")
    private boolean steer;

    @Option(
            names = "--novelty",
            paramLabel = "SHARE",
            description = "With --steer: at least this share of every round is not ONE_HOP (default: 0.5).")
    private @Nullable Double novelty;

    @Option(names = "--limit", paramLabel = "N", description = "At most N combinations (default: all there are).")
    private @Nullable Integer limit;

    @Option(names = "--seed", paramLabel = "N", description = "Chooses at random, the same ones for the same N.")
    private @Nullable Long seed;

    @Option(
            names = "--cypher",
            paramLabel = "QUERY",
            description =
                    "A read-only query that returns knowledgePoints, instead of kinds; @FILE reads it from a file.")
    private @Nullable String cypher;

    @Option(
            names = "--selection",
            paramLabel = "NAME",
            description = "A query that 'grip selections' lists, instead of kinds.")
    private @Nullable String selection;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the query or selection; VALUE is JSON, or else a text.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    /** Whether none of them is given. */
    boolean empty() {
        return kinds == null
                && mix == null
                && !steer
                && novelty == null
                && limit == null
                && seed == null
                && cypher == null
                && selection == null
                && parameters.isEmpty();
    }

    RunRequest request() {
        var query = cypher;
        var name = selection;
        Usage.require(steer || novelty == null, "--novelty belongs to --steer, and that is not given");
        if (query == null && name == null) {
            Usage.require(parameters.isEmpty(), "--param belongs to --selection or --cypher, and there is none");
            var each = mix;
            if (each != null) {
                Usage.require(!steer, "--steer finds the mix itself: leave out --mix");
                Usage.require(kinds == null && limit == null, "--mix says all of it: leave out --kinds and --limit");
                return Usage.checked(() -> RunRequest.of(CombinationSpec.of(each, seed)));
            }
            return Usage.checked(() -> RunRequest.of(byKinds()));
        }
        Usage.require(query == null || name == null, "--selection and --cypher both choose: leave one of them out");
        var chooser = name == null ? "--cypher" : "--selection";
        Usage.require(kinds == null, chooser + " chooses the combinations itself: leave out --kinds");
        Usage.require(mix == null, chooser + " chooses the combinations itself: leave out --mix");
        Usage.require(!steer, chooser + " chooses the combinations itself: leave out --steer");
        Usage.require(seed == null, chooser + " chooses the combinations itself: leave out --seed");
        return Usage.checked(() -> name == null
                ? RunRequest.ofCypher(text(String.valueOf(query)), values(), limit)
                : RunRequest.ofSelection(name, values(), limit));
    }

    private CombinationSpec byKinds() {
        var spec = CombinationSpec.of(kinds == null ? List.of() : kinds, limit, seed);
        return steer ? spec.steered(new Steering(novelty == null ? Steering.NOVELTY : novelty, null)) : spec;
    }

    private Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        parameters.forEach((name, text) -> values.put(name, value(name, text)));
        return values;
    }

    private static String text(String query) {
        if (!query.startsWith("@")) {
            return query;
        }
        try {
            return Files.readString(Path.of(query.substring(1)));
        } catch (IOException failure) {
            throw new IllegalArgumentException("--cypher: cannot read " + query.substring(1) + " (" + failure + ")");
        }
    }

    private static Object value(String name, String text) {
        @Nullable Object value;
        try {
            value = JSON.readValue(text, Object.class);
        } catch (JsonProcessingException notJson) {
            return text;
        }
        Usage.require(value != null, "--param " + name + " is null; leave it out or give it a value");
        return value == null ? text : value;
    }
}
