package dev.grip.pipeline;

import dev.grip.combinations.CombinationRepository;
import dev.grip.combinations.CombinationSource;
import dev.grip.dataset.DatasetRepository;
import dev.grip.dataset.Export;
import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.judging.DifficultyRating;
import dev.grip.judging.ProblemJudging;
import dev.grip.judging.SolutionJudging;
import dev.grip.knowledge.KnowledgeBase;
import dev.grip.knowledge.KnowledgeRepository;
import dev.grip.knowledge.extraction.Extraction;
import dev.grip.knowledge.extraction.ExtractionRepository;
import dev.grip.knowledge.merging.Merging;
import dev.grip.knowledge.merging.MergingRepository;
import dev.grip.knowledge.merging.MergingRules;
import dev.grip.knowledge.naming.ClassNaming;
import dev.grip.knowledge.naming.NamingRepository;
import dev.grip.knowledge.neighbours.NeighbourSearch;
import dev.grip.knowledge.quality.QualityFilter;
import dev.grip.knowledge.quality.QualityRepository;
import dev.grip.llm.CallThreads;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.planning.Planning;
import dev.grip.pipeline.queue.LocalQueue;
import dev.grip.pipeline.runs.RunSettings;
import dev.grip.pipeline.runs.Runs;
import dev.grip.pipeline.storage.ResultWriter;
import dev.grip.pipeline.work.SliceWork;
import dev.grip.pipeline.work.Synthesis;
import dev.grip.pipeline.work.Worker;
import dev.grip.seeds.SeedImport;
import dev.grip.seeds.SeedRepository;
import dev.grip.synthesis.ProblemWriter;
import dev.grip.synthesis.Solver;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The stages wired to one database, one fleet and one set of prompts, and the threads they share. */
final class Stages implements AutoCloseable {

    /** How many results may wait for an earlier one, as a multiple of what is worked on at once. */
    private static final int AHEAD = 4;

    /** So many slices wait for a slot, as a multiple of the slots. */
    private static final int BACKLOG = 4;

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration LAST_CALLS = Duration.ofSeconds(20);

    private static final Query FUNNEL = Query.of("pipeline/funnel");

    private final Graph graph;
    private final SeedRepository seeds;
    private final KnowledgeBase knowledge;
    private final CombinationSource source;
    private final CombinationRepository combinations;
    private final Export export;
    private final ModelRecords records;
    private final Runs runs;
    private final Planning planning;
    private final Worker worker;
    private final LocalQueue queue;
    private final ResultWriter writer;
    private final ExecutorService callThreads;

    Stages(Settings settings, Graph graph, OpenModels models) {
        this.graph = graph;
        Settings.Pipeline pipeline = settings.pipeline();
        callThreads = CallThreads.open("grip-calls", pipeline.calls());
        Calls calls = new Calls(callThreads, AHEAD * pipeline.calls());
        seeds = new SeedRepository(graph);
        knowledge = knowledge(settings.knowledge(), graph, models, calls);
        source = new CombinationSource(graph, settings.selections().limits());
        combinations = new CombinationRepository(graph);
        export = new Export(new DatasetRepository(graph));
        Synthesis synthesis = synthesis(settings, models);
        records = new ModelRecords(graph, models);
        writer = new ResultWriter(graph, pipeline.storeRows(), Duration.ofMillis(pipeline.storeMillis()));
        queue = new LocalQueue(BACKLOG * pipeline.slots(), LEASE);
        runs = new Runs(
                graph,
                source,
                settings.combinations().spec(),
                queue,
                RunConfiguration.of(settings, models),
                new RunSettings(pipeline.slice(), pipeline.planAhead(), pipeline.onGraphChange()));
        planning = new Planning(graph, runs, synthesis::problemKey, RunConfiguration.terms(settings, models.fleet()));
        SliceWork work = new SliceWork(graph, synthesis, calls, writer);
        worker = new Worker(queue, work, runs::control, pipeline.slots(), RENEWAL);
    }

    private static KnowledgeBase knowledge(Settings.Knowledge settings, Graph graph, OpenModels models, Calls calls) {
        ModelFleet fleet = models.fleet();
        PromptLibrary prompts = models.prompts();
        ChatModel extractor = fleet.chat(Role.EXTRACTOR);
        return new KnowledgeBase(
                new Extraction(
                        new ExtractionRepository(graph),
                        extractor,
                        prompts,
                        calls,
                        new Extraction.Rules(settings.maxPerSeed(), settings.filterGiven())),
                new QualityFilter(new QualityRepository(graph), extractor, prompts, calls),
                new Merging(
                        new MergingRepository(graph),
                        new NeighbourSearch(graph, settings.exactNeighboursUpTo()),
                        fleet.embedding(),
                        extractor,
                        prompts,
                        calls,
                        new MergingRules(settings.boundsOf(fleet.embedding().name()), settings.questionsPerMention())),
                settings.nameClasses()
                        ? new ClassNaming(new NamingRepository(graph), fleet.embedding(), extractor, prompts, calls)
                        : null,
                new KnowledgeRepository(graph));
    }

    private static Synthesis synthesis(Settings settings, OpenModels models) {
        ModelFleet fleet = models.fleet();
        PromptLibrary prompts = models.prompts();
        return new Synthesis(
                new ProblemWriter(fleet.chat(Role.GENERATOR), prompts),
                new ProblemJudging(fleet.judges(), prompts, settings.judging().problemThreshold()),
                new DifficultyRating(fleet.chat(Role.RATER), prompts),
                new Solver(fleet.chat(Role.SOLVER_SMALL), fleet.chat(Role.SOLVER_LARGE), prompts),
                new SolutionJudging(fleet.judges(), prompts));
    }

    SeedImport seedImport() {
        return new SeedImport(seeds);
    }

    SeedRepository seeds() {
        return seeds;
    }

    KnowledgeBase knowledge() {
        return knowledge;
    }

    CombinationSource source() {
        return source;
    }

    CombinationRepository combinations() {
        return combinations;
    }

    Export export() {
        return export;
    }

    ModelRecords records() {
        return records;
    }

    Runs runs() {
        return runs;
    }

    Planning planning() {
        return planning;
    }

    Funnel funnel(Map<String, Long> byKind, boolean rehearsal) {
        Record row = graph.read(FUNNEL, Map.of()).get(0);
        return new Funnel(
                row.get("seeds").asLong(),
                row.get("mentions").asLong(),
                row.get("mentionsKept").asLong(),
                row.get("knowledgePoints").asLong(),
                row.get("edges").asLong(),
                byKind,
                chosen(row.get("chosen")),
                row.get("problems").asLong(),
                row.get("problemsPassed").asLong(),
                row.get("solutions").asLong(),
                row.get("solutionsPassed").asLong(),
                row.get("exported").asLong(),
                rehearsal || row.get("rehearsal").asBoolean());
    }

    private static Map<String, Long> chosen(Value kinds) {
        Map<String, Long> chosen = new TreeMap<>();
        kinds.values()
                .forEach(kind -> chosen.put(
                        kind.get("kind").asString(), kind.get("number").asLong()));
        return chosen;
    }

    /** Pauses runs, gives what is in flight a moment to be stored, then stops the threads. */
    @Override
    public void close() {
        if (!runs.stop(LAST_CALLS)) {
            callThreads.shutdownNow();
            worker.close();
            runs.stop(LAST_CALLS);
        }
        runs.close();
        worker.close();
        queue.close();
        writer.close();
        callThreads.shutdownNow();
    }
}
