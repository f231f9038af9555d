package dev.grip.kprg.loading;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.runtime.Cancellation;
import org.neo4j.graphdb.Transaction;

/** One call's way to the store: what it takes to read the KPRG once more. */
record Load(Database database, Transaction transaction, Cancellation cancellation) {

    long epoch() {
        return new KprgReader(transaction, cancellation)
                .epoch()
                .orElseThrow(() -> new IllegalStateException(
                        "The KPRG was removed while it was being loaded: CALL kprg.build() and start again"));
    }

    KprgGraph run() {
        var progress = Database.progress(transaction);
        var loaded = new KernelLoader(transaction, new Pace(cancellation, progress)).load(epoch(), cancellation);
        progress.tell("kprg: loaded, %,d knowledge points, %,d edges".formatted(loaded.nodes(), loaded.edges()));
        return loaded;
    }
}
