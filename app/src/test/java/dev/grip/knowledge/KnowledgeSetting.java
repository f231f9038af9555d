package dev.grip.knowledge;

import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.extraction.Extraction;
import dev.grip.knowledge.extraction.ExtractionRepository;
import dev.grip.knowledge.merging.Bounds;
import dev.grip.knowledge.merging.Merging;
import dev.grip.knowledge.merging.MergingRepository;
import dev.grip.knowledge.merging.MergingRules;
import dev.grip.knowledge.naming.ClassNaming;
import dev.grip.knowledge.naming.NamingRepository;
import dev.grip.knowledge.neighbours.NeighbourSearch;
import dev.grip.knowledge.quality.QualityFilter;
import dev.grip.knowledge.quality.QualityRepository;
import dev.grip.llm.Calls;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.embeddings.OnnxEmbeddingModel;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.seeds.SeedImport;
import dev.grip.seeds.SeedRepository;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Seeds in a real graph, three scripted models behind HTTP and the stages between them. */
final class KnowledgeSetting implements AutoCloseable {

    private static final OnnxEmbeddingModel EMBEDDING = new OnnxEmbeddingModel();

    private final Neo4jExtension neo4j;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, Supplier<Said>> lists = new ConcurrentHashMap<>();
    private final Map<String, Said> verdicts = new ConcurrentHashMap<>();
    private boolean filterGiven;
    private final Map<String, String> same = new ConcurrentHashMap<>();
    private final Map<String, Said> named = new ConcurrentHashMap<>();
    final ScriptedModel extractor = new ScriptedModel("extractor", 1, true, this::list);
    final ScriptedModel filter = new ScriptedModel("filter", 1, true, this::verdict);
    final ScriptedModel comparer = new ScriptedModel("comparer", 1, true, this::comparison);
    final ScriptedModel namer = new ScriptedModel("namer", 1, true, this::name);
    private int questionsPerMention = 8;
    private EmbeddingModel embedding = EMBEDDING;

    KnowledgeSetting(Neo4jExtension neo4j) {
        this.neo4j = neo4j;
        neo4j.wipe();
    }

    /** Lets names that a file brings wait for the filter. */
    KnowledgeSetting filteringGiven() {
        filterGiven = true;
        return this;
    }

    /** A seed whose problem is its id, for which the extractor names these. */
    KnowledgeSetting seed(String id, String... names) {
        return seedAnswered(
                id,
                Said.whole(java.util.stream.IntStream.range(0, names.length)
                        .mapToObj(i -> (i + 1) + ". " + names[i])
                        .collect(Collectors.joining("\n"))));
    }

    KnowledgeSetting seedAnswered(String id, Said answer) {
        answers(id, answer);
        return load("{\"id\":\"" + id + "\",\"problem\":\"about " + id + "!\",\"solution\":\"s\"}");
    }

    /** What the extractor says of a seed from now on. */
    KnowledgeSetting answers(String id, Said answer) {
        return answering(id, () -> answer);
    }

    /** The same, made anew each time. */
    KnowledgeSetting answering(String id, Supplier<Said> answer) {
        lists.put(id, answer);
        return this;
    }

    /** A seed whose file names its KPs. */
    KnowledgeSetting labelled(String id, String... names) {
        String list = List.of(names).stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
        return load("{\"id\":\"" + id + "\",\"problem\":\"about " + id + "!\",\"solution\":\"s\",\"knowledge_points\":["
                + list + "]}");
    }

    private KnowledgeSetting load(String line) {
        new SeedImport(new SeedRepository(neo4j.graph()))
                .read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), "test", true);
        return this;
    }

    /** What the filter says of a name instead of keeping it. */
    KnowledgeSetting judged(String name, Said answer) {
        verdicts.put(name, answer);
        return this;
    }

    /** What the comparer says of two names instead of False. */
    KnowledgeSetting compared(String first, String second, String answer) {
        same.put(first + "|" + second, answer);
        same.put(second + "|" + first, answer);
        return this;
    }

    /** What the namer says of a class with this among its names, instead of nothing that can be read. */
    KnowledgeSetting named(String name, Said answer) {
        named.put(name, answer);
        return this;
    }

    /** The same vectors from now on under another model's name. */
    KnowledgeSetting embeddedBy(String name) {
        embedding = new EmbeddingModel() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int dimensions() {
                return EMBEDDING.dimensions();
            }

            @Override
            public List<float[]> embed(List<String> texts) {
                return EMBEDDING.embed(texts);
            }
        };
        return this;
    }

    /** How many questions a mention may have from now on; 8 at first. */
    KnowledgeSetting questions(int perMention) {
        questionsPerMention = perMention;
        return this;
    }

    ExtractionReport run() {
        return run(false);
    }

    ExtractionReport run(boolean retryFailed) {
        return base(0.96, 0.80).extract((stage, total) -> step -> {}, retryFailed);
    }

    KnowledgeBase base(double sameBound, double distinctBound) {
        Calls calls = new Calls(threads, 8);
        PromptLibrary prompts = PromptLibrary.load();
        return new KnowledgeBase(
                new Extraction(
                        new ExtractionRepository(neo4j.graph()),
                        extractor.chat(),
                        prompts,
                        calls,
                        new Extraction.Rules(5, filterGiven)),
                new QualityFilter(new QualityRepository(neo4j.graph()), filter.chat(), prompts, calls),
                new Merging(
                        new MergingRepository(neo4j.graph()),
                        NeighbourSearch.exact(),
                        embedding,
                        comparer.chat(),
                        prompts,
                        calls,
                        new MergingRules(new Bounds(sameBound, distinctBound), questionsPerMention)),
                new ClassNaming(new NamingRepository(neo4j.graph()), embedding, namer.chat(), prompts, calls),
                new KnowledgeRepository(neo4j.graph()));
    }

    /** The values of one column of a query. */
    List<Object> column(String cypher) {
        try (var session = neo4j.driver().session()) {
            return session.run(cypher).list(row -> row.get(0).asObject());
        }
    }

    private Said list(String question) {
        return lists.entrySet().stream()
                .filter(entry -> question.contains("about " + entry.getKey() + "!"))
                .map(entry -> entry.getValue().get())
                .findFirst()
                .orElseThrow();
    }

    private Said verdict(String question) {
        return verdicts.getOrDefault(after(question, "Candidate name: "), Said.whole("Reason: fine.\nVerdict: keep"));
    }

    private Said comparison(String question) {
        String pair = after(question, "First name: ").lines().findFirst().orElseThrow() + "|"
                + after(question, "Second name: ");
        return Said.whole("Reason: r.\nAnswer: " + same.getOrDefault(pair, "False"));
    }

    private Said name(String question) {
        return after(question, "Names:\n")
                .lines()
                .map(line -> named.get(line.substring("- ".length())))
                .filter(said -> said != null)
                .findFirst()
                .orElse(Said.whole("I cannot say."));
    }

    private static String after(String text, String mark) {
        return text.substring(text.lastIndexOf(mark) + mark.length());
    }

    @Override
    public void close() {
        List.of(extractor, filter, comparer, namer).forEach(ScriptedModel::close);
        threads.shutdownNow();
    }
}
