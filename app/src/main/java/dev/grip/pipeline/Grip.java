package dev.grip.pipeline;

import dev.grip.combinations.CensusRow;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Look;
import dev.grip.combinations.Preview;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.knowledge.ExtractionReport;
import dev.grip.knowledge.KprgReport;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.planning.Plan;
import dev.grip.pipeline.runs.RoundYield;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.spending.Budget;
import dev.grip.pipeline.spending.Spend;
import dev.grip.seeds.ImportReport;
import dev.grip.seeds.Seed;
import java.io.InputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything GRIP does, one method an operation: what the CLI and the API call. Thread-safe. */
public final class Grip implements AutoCloseable {

    private final Settings settings;
    private final OpenDatabase database;
    private final OpenModels models;
    private final Stages stages;
    private final KnowledgeAccess knowledge;
    private final AtomicReference<@Nullable Adoption> adoption = new AtomicReference<>();
    private final ResultAccess results;

    private Grip(Settings settings, OpenDatabase database, OpenModels models, Stages stages) {
        this.settings = settings;
        this.database = database;
        this.models = models;
        this.stages = stages;
        this.knowledge = new KnowledgeAccess(database.graph());
        this.results = new ResultAccess(database.graph(), knowledge);
    }

    /** Opens the database (an embedded one unless settings name a server) and the model servers (rehearsals unless configured). */
    public static Grip open(Settings settings) {
        return open(settings, null);
    }

    /** The same; an embedded database's Browser opens the guide and the style that are served below this address. */
    public static Grip open(Settings settings, @Nullable URI guide) {
        OpenModels models = OpenModels.open(settings);
        try {
            OpenDatabase database = OpenDatabase.open(settings, guide);
            try {
                Stages stages = new Stages(settings, database.graph(), models);
                // All stages are built now, so a file that none of them took is one that never will be.
                List<String> unused = prompts(models.prompts());
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

    /** What runs made. */
    public ResultAccess results() {
        return results;
    }

    public List<CensusRow> census(CombinationSpec spec) {
        return stages.source().census(spec.withDefaults(settings.combinations().spec()));
    }

    /**
     * The first rows a request would choose. Throws IllegalArgumentException or {@link dev.grip.graph.SelectionException} for a
     * request that cannot be used.
     */
    public Preview preview(RunRequest request, int rows) {
        Look look = stages.runs().look(request, rows);
        return Preview.of(look, stages.combinations().made(look.combinations()));
    }

    /**
     * Starts a run in the background; runs wait for each other. The same request with the same configuration on the same graph is
     * the same run: begun before, it goes on; done, it is returned as it is. A request that cannot be used is refused with
     * {@link dev.grip.graph.SelectionException} or IllegalArgumentException, a run that another process carries out with
     * {@link dev.grip.pipeline.runs.RunConflictException}; nothing is started then.
     */
    public RunStatus launch(RunRequest request) {
        return launch(request, Budget.NONE);
    }

    /**
     * As {@link #launch(RunRequest)} with a budget at which the run pauses; what it says replaces what was said of the run before.
     * A cost needs prices of all models: without them it is refused with IllegalArgumentException.
     */
    public RunStatus launch(RunRequest request, Budget budget) {
        models.fleet().requireReady(RunConfiguration.ROLES);
        RunStatus launched = stages.runs().launch(request, budget);
        // Only now, so that a request that is refused leaves no trace.
        stages.records().write();
        return launched;
    }

    /**
     * What a run of this request will take and give; with a budget, of the mix of kinds that fits it best. Nothing is started and
     * nothing written. Throws what {@link #launch(RunRequest)} throws for a request that cannot be used.
     */
    public Plan plan(RunRequest request, Budget budget) {
        return stages.planning().plan(request, budget, null);
    }

    /**
     * As {@link #plan(RunRequest, Budget)}, after making a few of the request's combinations to measure what becomes of them. What the
     * pilot makes stays, and a run that comes to the same combinations does not pay for them again.
     */
    public Plan plan(RunRequest request, Budget budget, int pilot, Progress progress) throws InterruptedException {
        RunStatus run = await(launch(stages.planning().pilot(request, pilot)).id(), progress);
        if (run.state() != RunState.DONE) {
            throw new IllegalArgumentException(
                    "The pilot " + run.id() + " is " + run.state().word()
                            + (run.error() == null ? "" : ": " + run.error()) + ". The same command goes on with it");
        }
        return stages.planning().plan(request, budget, run.id());
    }

    /**
     * Lets a run go on in this process: one that was paused, cancelled, failed, or left by a process that died. Throws
     * {@link dev.grip.pipeline.runs.RunConflictException} when another process carries it out, or the configuration would make another
     * dataset than the one it was begun with; the message shows the difference.
     */
    public RunStatus resume(String id) {
        return resume(id, Budget.NONE);
    }

    /** As {@link #resume(String)} with another budget. */
    public RunStatus resume(String id, Budget budget) {
        models.fleet().requireReady(RunConfiguration.ROLES);
        stages.records().write();
        return stages.runs().resume(id, budget);
    }

    /**
     * Lets a run go on that a process left when it died. One with which three processes died in a row that had taken it over, without a
     * combination finished in between, fails instead; {@link #resume(String)} lets it go on nevertheless.
     */
    RunStatus adopt(String id) {
        models.fleet().requireReady(RunConfiguration.ROLES);
        stages.records().write();
        return stages.runs().adopt(id);
    }

    /** The run of this request with this configuration on the graph as it is, if it is done: launching it would do nothing. */
    public Optional<RunStatus> done(RunRequest request) {
        return stages.runs().done(request);
    }

    public Optional<RunStatus> run(String id) {
        return stages.runs().status(id);
    }

    /**
     * What came of a run's combinations by round, kind and region: what steering did, and in a run that is not steered, how kinds yield.
     * Throws IllegalArgumentException if there is no such run.
     */
    public List<RoundYield> yields(String id) {
        return stages.runs().yields(id);
    }

    /** What a run used so far, at the settings' prices; empty if there is no such run. */
    public Optional<Spend> spend(String id) {
        return stages.runs().spend(id);
    }

    /** All runs, newest first. */
    public List<RunStatus> runs() {
        return stages.runs().all();
    }

    /** Asks a run, whichever process carries it out, to stop for a while; what is in flight is finished and kept. */
    public RunStatus pause(String id) {
        return stages.runs().pause(id);
    }

    /** Asks a run, whichever process carries it out, to end; what is in flight is finished and kept. */
    public RunStatus cancel(String id) {
        return stages.runs().cancel(id);
    }

    /** How fast a run is and how busy its models are; empty unless this process carries it out. */
    public Optional<RunProgress> progress(String id) {
        return stages.runs()
                .pace(id)
                .map(pace -> RunProgress.of(pace, models.fleet().roles()));
    }

    /**
     * From now on takes over runs whose process died: those that were to go on go on here, those that were to pause or end do so.
     * {@code notice} is given a sentence about each.
     */
    public void adoptOrphans(Consumer<String> notice) {
        Adoption before = adoption.getAndSet(new Adoption(this, stages.runs()::orphans, notice));
        if (before != null) {
            before.close();
        }
    }

    /** Waits until a run of this process has ended, showing its progress. */
    public RunStatus await(String id, Progress progress) throws InterruptedException {
        return new RunWatch(stages.runs(), models.fleet(), id, progress).await();
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

    /** Pauses runs that are going on (what they finished is kept), then closes models and database. */
    @Override
    public void close() {
        Adoption open = adoption.getAndSet(null);
        if (open != null) {
            open.close();
        }
        stages.close();
        models.close();
        database.close();
    }
}
