package dev.grip.knowledge.curation;

import dev.grip.graph.Graph;
import dev.grip.graph.Key;
import dev.grip.graph.Query;
import dev.grip.knowledge.KnowledgeRepository;
import dev.grip.knowledge.KprgReport;
import dev.grip.knowledge.curation.CurationException.Kind;
import dev.grip.knowledge.mentions.Mention;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Changes knowledge points by hand. Each change is one transaction with the edges' rebuild, under a lock that all processes share;
 * one that is refused with {@link CurationException} changes nothing. Knowledge points are named by id or name. Thread-safe.
 */
public final class Curator {

    private static final Query MERGE = Query.of("knowledge/curation/merge");
    private static final Query SPLIT = Query.of("knowledge/curation/split");
    private static final Query RENAME = Query.of("knowledge/curation/rename");
    private static final Query BAN = Query.of("knowledge/curation/ban");
    private static final Query UNBAN = Query.of("knowledge/curation/unban");
    private static final Query UNDO = Query.of("knowledge/curation/undo");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurationRepository repository;
    private final KnowledgePoints knowledgePoints;

    public Curator(CurationRepository repository) {
        this.repository = repository;
        this.knowledgePoints = new KnowledgePoints(repository);
    }

    /** Makes {@code from} part of {@code into}. */
    public Curated merge(String from, String into, Note note) {
        return change(
                MERGE, Map.of("from", knowledgePoints.require(from), "into", knowledgePoints.require(into)), note);
    }

    /** Moves mentions, given by key or text, to {@code into}: a knowledge point that is there, or the name of a new one. */
    public Curated split(String from, List<String> mentions, String into, Note note) {
        String name = into.strip();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", knowledgePoints.require(from));
        parameters.put(
                "mentions", mentions.stream().map(String::strip).distinct().toList());
        parameters.put("into", knowledgePoints.target(name).orElseGet(() -> newId(name)));
        parameters.put("name", name);
        return change(SPLIT, parameters, note);
    }

    /** Gives it another name. */
    public Curated rename(String knowledgePoint, String name, Note note) {
        return change(
                RENAME, Map.of("knowledgePoint", knowledgePoints.require(knowledgePoint), "name", name.strip()), note);
    }

    /** Takes it out of the graph; the answer lists the problems made from it. */
    public Curated ban(String knowledgePoint, Note note) {
        if (note.reason().isEmpty()) {
            throw new CurationException(Kind.INVALID, "A ban needs a reason: say why");
        }
        String id = knowledgePoints.require(knowledgePoint);
        Curated banned = change(BAN, Map.of("knowledgePoint", id), note);
        return new Curated(banned.curation(), banned.graph(), repository.problems(id));
    }

    /** Brings a banned one back. */
    public Curated unban(String knowledgePoint, Note note) {
        return change(UNBAN, Map.of("knowledgePoint", knowledgePoints.require(knowledgePoint)), note);
    }

    /** Takes back one change, or the last that stands. */
    public Curated undo(@Nullable String curation, String by) {
        Map<String, Object> parameters = new HashMap<>();
        // By id, because the transaction may be tried again: "the last" would be another one then.
        parameters.put("curation", curation == null ? repository.last().orElse(null) : curation);
        parameters.put("by", by);
        return repository.together(transaction -> {
            Record row = transaction.run(UNDO, parameters).get(0);
            refuse(row.get("refused"));
            return built(transaction, row.get("id").asString());
        });
    }

    /** At most {@code limit} changes, newest first. */
    public List<Curation> history(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        return repository.curations(limit);
    }

    private Curated change(Query action, Map<String, Object> arguments, Note note) {
        Map<String, Object> parameters = new HashMap<>(arguments);
        String id = "cur-" + STAMP.format(Clock.systemUTC().instant()) + "-"
                + HexFormat.of().toHexDigits(RANDOM.nextInt());
        parameters.put("id", id);
        parameters.put("by", note.by());
        parameters.put("reason", note.reason());
        return repository.together(transaction -> {
            refuse(transaction.run(action, parameters).get(0).get("refused"));
            return built(transaction, id);
        });
    }

    private static Curated built(Graph.Together transaction, String id) {
        KprgReport graph = KnowledgeRepository.buildKprg(transaction);
        return new Curated(CurationRepository.curation(transaction, id), graph, List.of());
    }

    /** The id is this program's own, so a curation that has it is this one, stored by an attempt whose answer was lost. */
    private static void refuse(Value refused) {
        if (refused.isNull() || refused.get("kind").asString().equals("repeated")) {
            return;
        }
        throw new CurationException(
                Kind.valueOf(refused.get("kind").asString().toUpperCase(Locale.ROOT)),
                refused.get("message").asString());
    }

    /** Made from the name, and from what it needs besides when an earlier bearer of the name has that id. */
    private String newId(String name) {
        String id = "kp-" + Key.of("knowledge point", Mention.normal(name));
        for (int attempt = 2; knowledgePoints.find(id).isPresent(); attempt++) {
            id = "kp-" + Key.of("knowledge point", Mention.normal(name), attempt);
        }
        return id;
    }
}
