package dev.grip.pipeline;

import dev.grip.combinations.CensusRow;
import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Preview;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.knowledge.ExtractionReport;
import dev.grip.knowledge.KprgReport;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.seeds.ImportReport;
import dev.grip.seeds.Seed;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Everything GRIP does, one method an operation: what the CLI and the API call. Thread-safe. */
public final class Grip implements AutoCloseable {

    private final Settings settings;
    private final OpenDatabase database;
    private final OpenModels models;
    private final Stages stages;
    private final KnowledgeAccess knowledge;

    /** The roles whose models a run asks. */
    private static final Set<Role> RUNNING =
            EnumSet.of(Role.GENERATOR, Role.RATER, Role.SOLVER_SMALL, Role.SOLVER_LARGE, Role.JUDGE);

    private Grip(Settings settings, OpenDatabase database, OpenModels models, Stages stages) {
        this.settings = settings;
        this.database = database;
        this.models = models;
        this.stages = stages;
        this.knowledge = new KnowledgeAccess(database.graph());
    }

    /** Opens the database (an embedded one unless settings name a server) and the model servers (rehearsals unless configured). */
    public static Grip open(Settings settings) {
        OpenModels models = OpenModels.open(settings);
        try {
            OpenDatabase database = OpenDatabase.open(settings);
            try {
                Stages stages = new Stages(settings, database.graph(), models);
                // All stages are built now, so a file that none of them took is one that never will be.
                List<String> unused = prompts(models.prompts());
                if (database.exclusive()) {
                    stages.runs().abandonRunning();
                }
                return new Grip(settings, database.noticing(unused), models, stages);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            models.close();
            throw e;
        }
    }

    private static List<String> prompts(PromptLibrary library) {
        return library.unusedOverrides().stream()
                .map(file -> "No stage uses the prompt file " + file
                        + ": it should have the path of the prompt it replaces, such as "
                        + "math/judging/judge-problem.md.")
                .toList();
    }

    /** Whether answers come from simulated models. */
    public boolean rehearsal() {
        return models.fleet().rehearsal();
    }

    /** The models at work and what was asked of them so far; no server is asked for this. */
    public ModelsAtWork modelsAtWork() {
        ModelFleet fleet = models.fleet();
        return new ModelsAtWork(fleet.rehearsal(), fleet.roles(), fleet.calls());
    }

    /** Whether the database answers a query now. */
    public boolean databaseAnswers() {
        return database.graph().answers();
    }

    public Places places() {
        return database.places();
    }

    public Settings settings() {
        return settings;
    }

    /** Reads a JSONL file of seeds; bad lines are reported and the good ones kept. {@code source} names it in the graph. */
    public ImportReport importSeeds(InputStream lines, String source, boolean withKnowledgePoints) {
        return stages.seedImport().read(lines, source, withKnowledgePoints);
    }

    /** Seeds in id order after {@code after} (empty: from the first), at most {@code limit}. */
    public List<Seed> seeds(String after, int limit) {
        return stages.seeds().list(after, limit);
    }

    /** As {@link #extract(Progress, boolean)} without what earlier extractions had to leave. */
    public ExtractionReport extract(Progress progress) {
        return extract(progress, false);
    }

    /**
     * Extracts, filters and merges the knowledge points of seeds that were not read yet, with {@code retryFailed} also of those whose
     * answers could not be used before; one extraction runs at a time.
     */
    public ExtractionReport extract(Progress progress, boolean retryFailed) {
        return knowledge.alone(true, () -> {
            models.fleet().requireReady(EnumSet.of(Role.EXTRACTOR, Role.EMBEDDING));
            stages.records().write();
            return stages.knowledge().extract(new ExtractionProgress(progress), retryFailed);
        });
    }

    /** Rebuilds the KPRG's edges. */
    public KprgReport buildGraph() {
        return knowledge.alone(false, stages.knowledge()::buildKprg);
    }

    /** What people look up, check and change in the knowledge base by hand. */
    public KnowledgeAccess knowledge() {
        return knowledge;
    }

    public List<CensusRow> census(CombinationSpec spec) {
        return stages.source().census(spec.withDefaults(settings.combinations().spec()));
    }

    /**
     * The first rows a request would choose. Throws IllegalArgumentException or {@link dev.grip.graph.SelectionException} for a
     * request that cannot be used.
     */
    public Preview preview(RunRequest request, int rows) {
        List<Combination> chosen = new ArrayList<>();
        choice(request.atMost(rows)).each(chosen::add);
        List<Combination> shown = chosen.subList(0, Math.min(rows, chosen.size()));
        return new Preview(shown, stages.combinations().countMade(shown));
    }

    /**
     * Starts a run in the background; runs wait for each other. A query is run at once, so that one that cannot be used is refused
     * here with {@link dev.grip.graph.SelectionException}, and filters that cannot with IllegalArgumentException; nothing is started.
     */
    public RunStatus launch(RunRequest request) {
        models.fleet().requireReady(RUNNING);
        RunExecution.Choice choice = choice(request);
        stages.records().write();
        return stages.runs().launch(request, choice);
    }

    private RunExecution.Choice choice(RunRequest request) {
        CombinationSpec spec = request.spec();
        String cypher = request.cypher();
        if (spec != null) {
            CombinationSpec whole = spec.withDefaults(settings.combinations().spec());
            if (stages.runs().epoch() == 0) {
                throw new IllegalArgumentException(
                        "There is no KPRG yet: import seeds, extract their knowledge points and"
                                + " build it first (grip import, grip extract, grip graph build)");
            }
            // One of each kind now, so that filters that cannot be used are refused before anything is started.
            stages.source().choose(whole.first(), chosen -> {});
            return chosen -> stages.source().choose(whole, chosen);
        }
        List<Combination> selected = new ArrayList<>();
        stages.source().select(Objects.requireNonNull(cypher), request.parameters(), request.limit(), selected::add);
        return selected::forEach;
    }

    /** A finished run of this request on the graph as it is, with these models and prompts: launching again would add nothing. */
    public Optional<RunStatus> done(RunRequest request) {
        return stages.runs().done(request);
    }

    public Optional<RunStatus> run(String id) {
        return stages.runs().status(id);
    }

    /** All runs, newest first. */
    public List<RunStatus> runs() {
        return stages.runs().all();
    }

    /** Asks a run to stop; what is in flight is finished and kept. Throws IllegalArgumentException for a run that is not here. */
    public RunStatus cancel(String id) {
        return stages.runs().cancel(id);
    }

    /** Waits until a run of this process has ended, showing its progress. */
    public RunStatus await(String id, Progress progress) throws InterruptedException {
        return new RunWatch(stages.runs(), id, progress).await();
    }

    /** What the graph holds now; without combinations before the KPRG's first build. */
    public Funnel funnel() {
        Map<String, Long> combinations = new LinkedHashMap<>();
        if (stages.runs().epoch() > 0) {
            census(CombinationSpec.of(List.of(), null, null))
                    .forEach(row -> combinations.merge(row.kind(), row.count(), Long::sum));
        }
        return stages.funnel(combinations, rehearsal());
    }

    /** Writes accepted rows to files; the settings' benchmarks are kept out besides the request's. */
    public ExportReport export(ExportRequest request) {
        return stages.export().write(request.withBenchmarks(settings.dataset().benchmarks()));
    }

    /** Ends runs that are going on (what they finished is kept), then closes models and database. */
    @Override
    public void close() {
        stages.close();
        models.close();
        database.close();
    }
}
