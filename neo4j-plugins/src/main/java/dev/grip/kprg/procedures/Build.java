package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Cooccurrences;
import dev.grip.kprg.procedures.BuildProcedures.BuildRow;
import dev.grip.kprg.projection.Fingerprint;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.runtime.Cancellation;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * One rebuild in one transaction: count what co-occurs, bring the stored edges in line, and write down in
 * {@code (:Kprg)} what the graph looked like. Builds exclude each other by a lock on that node; the uniqueness constraint
 * on its id makes that hold for the very first one too. A second build without changes in between writes nothing.
 */
final class Build {

    private final Transaction transaction;
    private final Cancellation cancellation;

    Build(Transaction transaction, Cancellation cancellation) {
        this.transaction = transaction;
        this.cancellation = cancellation;
    }

    BuildRow run() {
        var reader = new KprgReader(transaction, cancellation);
        Node kprg = reader.kprg().orElseGet(this::firstKprg);
        transaction.acquireWriteLock(kprg);
        List<Node> knowledgePoints = reader.knowledgePoints();
        int[][] seedSets = reader.seedSets(knowledgePoints);
        var wanted = Cooccurrences.in(seedSets);
        var edges = new EdgeWriter(transaction, knowledgePoints, wanted, cancellation);
        edges.write();
        String knowledgePointsNow = KprgReader.fingerprint(knowledgePoints);
        String seedsNow = fingerprint(seedSets);
        boolean otherGraph = edges.changes() > 0 || !knowledgePointsNow.equals(kprg.getProperty("knowledgePoints", ""));
        long epoch = (Long) kprg.getProperty("epoch", 0L) + (otherGraph ? 1 : 0);
        if (otherGraph || !seedsNow.equals(kprg.getProperty("seeds", ""))) {
            kprg.setProperty("epoch", epoch);
            kprg.setProperty("knowledgePoints", knowledgePointsNow);
            kprg.setProperty("seeds", seedsNow);
            kprg.setProperty("nodes", (long) knowledgePoints.size());
            kprg.setProperty("edges", (long) wanted.size());
            kprg.setProperty("builtAt", ZonedDateTime.now(ZoneOffset.UTC));
        }
        return new BuildRow(
                knowledgePoints.size(), wanted.size(), edges.created(), edges.updated(), edges.deleted(), epoch);
    }

    private Node firstKprg() {
        Node kprg = transaction.createNode(KprgReader.KPRG);
        kprg.setProperty("id", "kprg");
        return kprg;
    }

    private static String fingerprint(int[][] seedSets) {
        var fingerprint = new Fingerprint();
        for (int[] set : seedSets) {
            fingerprint.add(Arrays.toString(set));
        }
        return fingerprint.text();
    }
}
