package dev.grip.web;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Steering;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.spending.Budget;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which combinations to use, as JSON: {@code kinds} and what narrows them, or {@code cypher} or the name of a {@code selection} with
 * its {@code parameters}.
 */
@Schema(
        description =
                "Which combinations to use: kinds and what narrows them, or cypher or a selection and its parameters")
record RunBody(
        @Schema(description = "Kinds to choose from", nullable = true) @Nullable List<Kind> kinds,
        @Schema(description = "At most this many combinations; all without it", nullable = true, minimum = "1")
                @Nullable
                Integer limit,
        @Schema(description = "Makes the choice a random sample, the same one for the same seed", nullable = true)
                @Nullable
                Long seed,
        @Schema(description = "Smallest weight of an edge", nullable = true) @Nullable Integer minWeight,
        @Schema(description = "Smallest weight of an implicit pair", nullable = true) @Nullable
                Double minImplicitWeight,
        @Schema(description = "Leaves out knowledge points with more neighbours", nullable = true) @Nullable
                Integer maxDegree,
        @Schema(description = "Which knowledge points are core: top, share or minDegree", nullable = true) @Nullable
                Map<String, Object> core,
        @Schema(description = "Sizes of communities", nullable = true) @Nullable List<Integer> communitySizes,
        @Schema(description = "How often a pair is repeated", nullable = true) @Nullable String repeat,
        @Schema(description = "How many of each kind, instead of kinds and limit", nullable = true) @Nullable
                Map<Kind, Integer> mix,
        @Schema(description = "Gives kinds and regions with better yields more, round by round", nullable = true)
                @Nullable
                Boolean steer,
        @Schema(description = "With steer: at least this share of every round is not ONE_HOP", nullable = true)
                @Nullable
                Double novelty,
        @Schema(description = "A read-only query that returns knowledgePoints (nodes, ids or names)", nullable = true)
                @Nullable
                String cypher,
        @Schema(description = "Parameters of cypher or of the selection", nullable = true) @Nullable
                Map<String, Object> parameters,
        @Schema(description = "The name of a query that GET /api/v1/selections lists", nullable = true) @Nullable
                String selection,
        @Schema(description = "Pauses the run at this cost, in the currency of the configured prices", nullable = true)
                @Nullable
                Double maxCost,
        @Schema(description = "Pauses the run after this time of being carried out: 90m, 36h, 2d", nullable = true)
                @Nullable
                String maxTime,
        @Schema(description = "Pauses the run at so many accepted rows", nullable = true) @Nullable Long targetRows) {

    /** Where the run stops. Throws IllegalArgumentException for numbers that are no budget. */
    Budget toBudget() {
        return Budget.of(maxCost, maxTime, targetRows);
    }

    /** Throws IllegalArgumentException when the fields do not fit together. */
    RunRequest toRequest() {
        if (cypher == null && selection == null) {
            return byKinds();
        }
        var chooser = selection == null ? "cypher" : "selection";
        var others = kindFields();
        if (cypher != null && selection != null) {
            others.add("cypher");
        }
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(chooser + " chooses the combinations itself: leave out "
                    + String.join(", ", others) + ", or leave out " + chooser);
        }
        Map<String, Object> given = parameters == null ? Map.of() : parameters;
        return selection == null
                ? RunRequest.ofCypher(String.valueOf(cypher), given, limit)
                : RunRequest.ofSelection(selection, given, limit);
    }

    private RunRequest byKinds() {
        if (mix != null && kinds == null && limit == null && !mix.isEmpty()) {
            return RunRequest.of(spec(List.of()));
        }
        if (mix != null) {
            throw new IllegalArgumentException("mix says how many of each kind: leave out kinds and limit");
        }
        if (kinds == null || kinds.isEmpty() || kinds.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "A run needs kinds (some of ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY), a selection or cypher");
        }
        if (parameters != null) {
            throw new IllegalArgumentException("parameters belong to cypher or a selection, and there is none");
        }
        return RunRequest.of(spec(kinds));
    }

    private CombinationSpec spec(List<Kind> of) {
        if (!Boolean.TRUE.equals(steer) && novelty != null) {
            throw new IllegalArgumentException("novelty belongs to steer, and that is not true");
        }
        var steering =
                Boolean.TRUE.equals(steer) ? new Steering(novelty == null ? Steering.NOVELTY : novelty, null) : null;
        return new CombinationSpec(
                of, limit, seed, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat, mix, steering);
    }

    private List<String> kindFields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kinds", kinds);
        fields.put("seed", seed);
        fields.put("minWeight", minWeight);
        fields.put("minImplicitWeight", minImplicitWeight);
        fields.put("maxDegree", maxDegree);
        fields.put("core", core);
        fields.put("communitySizes", communitySizes);
        fields.put("repeat", repeat);
        fields.put("mix", mix);
        fields.put("steer", steer);
        fields.put("novelty", novelty);
        fields.values().removeIf(Objects::isNull);
        return new ArrayList<>(fields.keySet());
    }
}
