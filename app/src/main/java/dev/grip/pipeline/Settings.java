package dev.grip.pipeline;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.SelectionLimits;
import dev.grip.knowledge.merging.Bounds;
import dev.grip.pipeline.runs.GraphChange;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All configuration: a profile's numbers, overlaid by a YAML file, the environment and the command line. {@code models} is kept as
 * written, for the model fleet to read.
 */
@JsonNaming(KebabCaseStrategy.class)
public record Settings(
        String profile,
        Path data,
        Server server,
        Api api,
        Neo4j neo4j,
        Map<String, Object> models,
        Prompts prompts,
        Knowledge knowledge,
        Combinations combinations,
        Selections selections,
        Judging judging,
        Dataset dataset,
        Pipeline pipeline,
        Pricing prices) {

    /** Where the API listens. */
    public record Server(String host, int port) {
        public Server {
            require("port", port, port >= 0 && port <= 65_535, "between 0 (any free one) and 65535");
        }
    }

    /**
     * Who may use the API: with a {@code token} only who sends it; pages of {@code allowed-origins}, such as
     * {@code https://grip.example.org}, besides its own; no body above {@code max-upload-mb}.
     */
    @JsonNaming(KebabCaseStrategy.class)
    public record Api(@Nullable String token, List<String> allowedOrigins, int maxUploadMb) {

        private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#\\s]+");
        private static final Pattern TOKEN = Pattern.compile("[!-~]{16,}");

        public Api {
            allowedOrigins = List.copyOf(allowedOrigins);
            for (String origin : allowedOrigins) {
                boolean plain = ORIGIN.matcher(origin).matches();
                require("allowed-origins", origin, plain, "such as https://grip.example.org, without a path");
            }
            if (token != null && !TOKEN.matcher(token).matches()) {
                throw new IllegalArgumentException(
                        "token must be 16 or more letters, digits and signs without a space; it is not shown here");
            }
            require("max-upload-mb", maxUploadMb, maxUploadMb >= 1, "1 or more");
        }

        @Override
        public String toString() {
            return "Api[token " + (token == null ? "not set" : "set") + ", allowedOrigins=" + allowedOrigins
                    + ", maxUploadMb=" + maxUploadMb + "]";
        }
    }

    /**
     * The database: without a {@code uri} an embedded one is started, from {@code home} or beside the program, on these ports or the
     * next free ones (0: any), which has {@code start-seconds} to answer.
     */
    @JsonNaming(KebabCaseStrategy.class)
    public record Neo4j(
            @Nullable URI uri,
            String username,
            @Nullable String password,
            String database,
            @Nullable Path home,
            int boltPort,
            int httpPort,
            int startSeconds) {
        public Neo4j {
            require("bolt-port", boltPort, boltPort >= 0 && boltPort <= 65_535, "between 0 and 65535");
            require("http-port", httpPort, httpPort >= 0 && httpPort <= 65_535, "between 0 and 65535");
            require("start-seconds", startSeconds, startSeconds >= 1, "1 or more");
        }

        @Override
        public String toString() {
            return "Neo4j[uri=" + uri + ", username=" + username + ", database=" + database + ", home=" + home + "]";
        }
    }

    /** What the problems are about, such as {@code math}, and a folder whose files replace shipped prompts or add a domain. */
    public record Prompts(String domain, @Nullable Path folder) {}

    /**
     * Extraction, filters and merging; {@code nameClasses} by a model; {@code bounds} by embedding model, {@code default} for any other.
     * With {@code filterGiven} the quality filter judges also the names that a seed file brings. More mentions than
     * {@code exactNeighboursUpTo} are compared by Neo4j's vector index.
     */
    @JsonNaming(KebabCaseStrategy.class)
    public record Knowledge(
            int maxPerSeed,
            int questionsPerMention,
            int exactNeighboursUpTo,
            boolean nameClasses,
            Map<String, Bounds> bounds,
            boolean filterGiven) {
        public Knowledge {
            require("max-per-seed", maxPerSeed, maxPerSeed >= 1, "1 or more");
            require("questions-per-mention", questionsPerMention, questionsPerMention >= 0, "0 or more");
            require("exact-neighbours-up-to", exactNeighboursUpTo, exactNeighboursUpTo >= 0, "0 or more");
        }

        Bounds boundsOf(String embeddingModel) {
            Bounds own = bounds.get(embeddingModel);
            return own == null ? bounds.getOrDefault("default", new Bounds(0.90, 0.70)) : own;
        }
    }

    /** The filters a run uses where its request says nothing. */
    @JsonNaming(KebabCaseStrategy.class)
    public record Combinations(
            @Nullable Integer minWeight,
            @Nullable Double minImplicitWeight,
            @Nullable Integer maxDegree,
            @Nullable Map<String, Object> core,
            @Nullable List<Integer> communitySizes,
            @Nullable String repeat) {

        CombinationSpec spec() {
            return new CombinationSpec(
                    List.of(), null, null, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat);
        }
    }

    /** How long a query that chooses combinations may take, and how many rows it may return, before it is stopped. */
    @JsonNaming(KebabCaseStrategy.class)
    public record Selections(int timeoutSeconds, int maxRows) {
        public Selections {
            require("timeout-seconds", timeoutSeconds, timeoutSeconds >= 1, "1 or more");
            require("max-rows", maxRows, maxRows >= 1, "1 or more");
        }

        SelectionLimits limits() {
            return new SelectionLimits(Duration.ofSeconds(timeoutSeconds), maxRows);
        }
    }

    /** The weighted mean score a problem needs. */
    @JsonNaming(KebabCaseStrategy.class)
    public record Judging(double problemThreshold) {
        public Judging {
            boolean share = problemThreshold >= 0 && problemThreshold <= 1;
            require("problem-threshold", problemThreshold, share, "between 0 and 1");
        }
    }

    /** Benchmark files whose problems never enter an export. */
    public record Dataset(List<Path> benchmarks) {
        public Dataset {
            for (Path file : benchmarks) {
                require("benchmarks", file, Files.isRegularFile(file), "files that are there");
            }
        }
    }

    /**
     * How runs are carried out, without effect on what they make: combinations worked on at once, combinations a slice, slices at
     * once, how many combinations are planned ahead of the work, what a change of the graph does to a run, and when results are
     * stored (so many rows, or so many milliseconds after the first).
     */
    @JsonNaming(KebabCaseStrategy.class)
    public record Pipeline(
            int calls, int slice, int slots, int planAhead, GraphChange onGraphChange, int storeRows, int storeMillis) {
        public Pipeline {
            require("calls", calls, calls >= 1, "1 or more");
            require("slice", slice, slice >= 1 && slice <= 256, "between 1 and 256");
            require("slots", slots, slots >= 1, "1 or more");
            require("plan-ahead", planAhead, planAhead >= 1, "1 or more");
            require("store-rows", storeRows, storeRows >= 1, "1 or more");
            require("store-millis", storeMillis, storeMillis >= 0, "0 or more");
        }
    }

    /**
     * What models cost, all in one {@code currency}: {@code gpu-hour} for each GPU unless a model says otherwise, and each model by
     * its name, {@code default} for any other. What is not there is unknown, not free.
     */
    @JsonNaming(KebabCaseStrategy.class)
    public record Pricing(String currency, @Nullable Double gpuHour, Map<String, ModelPricing> models) {
        public Pricing {
            require("gpu-hour", String.valueOf(gpuHour), gpuHour == null || gpuHour >= 0, "0 or more");
        }
    }

    /** What one model costs: GPUs that each of its servers has, the price of an hour of one, and of a million tokens. */
    @JsonNaming(KebabCaseStrategy.class)
    public record ModelPricing(
            @Nullable Integer gpus,
            @Nullable Double gpuHour,
            @Nullable Double promptMillion,
            @Nullable Double completionMillion) {
        public ModelPricing {
            require("gpus", String.valueOf(gpus), gpus == null || gpus >= 0, "0 or more");
            require("gpu-hour", String.valueOf(gpuHour), gpuHour == null || gpuHour >= 0, "0 or more");
            boolean prompt = promptMillion == null || promptMillion >= 0;
            require("prompt-million", String.valueOf(promptMillion), prompt, "0 or more");
            boolean completion = completionMillion == null || completionMillion >= 0;
            require("completion-million", String.valueOf(completionMillion), completion, "0 or more");
        }
    }

    private static void require(String key, Object value, boolean condition, String needed) {
        if (!condition) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be " + needed);
        }
    }

    /** Without the models' settings, which may hold API keys. */
    @Override
    public String toString() {
        return "Settings[profile=" + profile + ", data=" + data + ", server=" + server + ", api=" + api + ", neo4j="
                + neo4j
                + ", knowledge=" + knowledge + ", combinations=" + combinations + ", judging=" + judging + ", pipeline="
                + pipeline + "]";
    }

    /**
     * Reads {@code file} (null: {@code grip.yml} in the working folder if there is one); {@code overrides} are dotted keys, such as
     * {@code neo4j.uri}. Throws {@link SettingsException} naming a key that is unknown or has a value of the wrong kind.
     */
    public static Settings load(@Nullable Path file, Map<String, String> overrides) {
        return SettingsLoader.load(file, System.getenv(), overrides);
    }
}
