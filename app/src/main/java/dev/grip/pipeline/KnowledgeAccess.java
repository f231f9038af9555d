package dev.grip.pipeline;

import dev.grip.analysis.EdgeAudit;
import dev.grip.analysis.KnowledgeDump;
import dev.grip.analysis.Trace;
import dev.grip.analysis.Traces;
import dev.grip.graph.Graph;
import dev.grip.knowledge.curation.Curated;
import dev.grip.knowledge.curation.Curation;
import dev.grip.knowledge.curation.CurationException;
import dev.grip.knowledge.curation.CurationRepository;
import dev.grip.knowledge.curation.Curator;
import dev.grip.knowledge.curation.KnowledgePoint;
import dev.grip.knowledge.curation.KnowledgePoints;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people look up, check and change in the knowledge base by hand. Thread-safe. */
public final class KnowledgeAccess {

    private final Curator curator;
    private final KnowledgePoints knowledgePoints;
    private final Traces traces;
    private final EdgeAudit audit;
    private final KnowledgeDump dump;
    private final ReentrantLock building = new ReentrantLock();
    private volatile boolean extracting;

    KnowledgeAccess(Graph graph) {
        CurationRepository repository = new CurationRepository(graph);
        curator = new Curator(repository);
        knowledgePoints = new KnowledgePoints(repository);
        traces = new Traces(graph, knowledgePoints);
        audit = new EdgeAudit(graph);
        dump = new KnowledgeDump(graph);
    }

    /**
     * Changes knowledge points together with the edges. Throws {@link CurationException} for a change that is refused, also while an
     * extraction runs here, because that works on what it read when it began.
     */
    public Curated curate(Function<Curator, Curated> change) {
        awaitTurn();
        try {
            return change.apply(curator);
        } finally {
            building.unlock();
        }
    }

    /** Changes by hand, newest first, at most {@code limit}. */
    public List<Curation> curations(int limit) {
        return curator.history(limit);
    }

    /** Those whose name, alias, mention or id holds {@code text}, of one status if given, the most required first. */
    public List<KnowledgePoint> list(@Nullable String text, @Nullable String status, int limit) {
        return knowledgePoints.list(text, status, limit);
    }

    /** The whole story of a knowledge point, problem, solution, combination or seed; of long lists the first {@code limit}. */
    public Trace trace(String id, int limit) {
        return traces.of(id, limit);
    }

    /** The whole story of a knowledge point, by id or name. */
    public Trace traceKnowledgePoint(String id, int limit) {
        return traces.ofKnowledgePoint(id, limit);
    }

    /** The KPRG's edges that differ from what the seeds say. */
    public EdgeAudit.Report auditEdges() {
        return audit.all();
    }

    /** One edge between two knowledge points, by id or name, with the seeds behind it. */
    public EdgeAudit.Edge auditEdge(String first, String second) {
        return audit.one(knowledgePoints.require(first), knowledgePoints.require(second));
    }

    /** Writes the knowledge base to a file that is the same for the same knowledge; returns its number of lines. */
    public long dump(Path file, boolean evidence) {
        return dump.write(file, evidence);
    }

    /** Does what reads the knowledge base and writes it later, one at a time and never amid a change by hand. */
    <T> T alone(boolean extraction, Supplier<T> work) {
        building.lock();
        try {
            extracting = extraction;
            return work.get();
        } finally {
            extracting = false;
            building.unlock();
        }
    }

    private void awaitTurn() {
        try {
            while (!building.tryLock(200, TimeUnit.MILLISECONDS)) {
                if (extracting) {
                    throw new CurationException(
                            CurationException.Kind.CONFLICT,
                            "Knowledge points are being extracted: change them when that has ended");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to change knowledge points", e);
        }
    }
}
