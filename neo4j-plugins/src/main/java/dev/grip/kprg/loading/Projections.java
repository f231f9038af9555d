package dev.grip.kprg.loading;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.runtime.Cancellation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * The projections in memory: the latest of each database, loaded by the first call that needs it while the others wait, and
 * shared until the epoch, a knowledge point, CO_OCCURS or REQUIRES changes. A transaction that has changed those itself
 * sees its changes and shares nothing.
 */
public final class Projections {

    private static final Map<DatabaseManagementService, ProjectionCache> SERVERS = new WeakHashMap<>();

    private Projections() {}

    /** The KPRG as the transaction sees it, empty when there has been no build. */
    public static Optional<KprgGraph> current(
            GraphDatabaseService service, Transaction transaction, Cancellation cancellation) {
        OptionalLong epoch = new KprgReader(transaction, cancellation).epoch();
        if (epoch.isEmpty()) {
            return Optional.empty();
        }
        var load = new Load(new Database(service, transaction), transaction, cancellation);
        return Optional.of(cache(load.database()).current(load, epoch.getAsLong()));
    }

    private static ProjectionCache cache(Database database) {
        synchronized (SERVERS) {
            return SERVERS.computeIfAbsent(database.management(), server -> new ProjectionCache());
        }
    }
}
