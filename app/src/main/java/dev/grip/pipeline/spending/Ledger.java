package dev.grip.pipeline.spending;

import dev.grip.llm.Charge;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What calls used so far, by what they were for; it only grows. Thread-safe. */
public final class Ledger {

    private final SortedMap<Purpose, Used> used;

    /** Goes on from what was used before. */
    public Ledger(Map<Purpose, Used> before) {
        used = new TreeMap<>(before);
    }

    public synchronized void add(Collection<Charge> charges) {
        charges.forEach(charge -> used.merge(new Purpose(charge.stage(), charge.model()), Used.of(charge), Used::plus));
    }

    /** Counts that calls waited so long until their answers were stored. */
    public synchronized void stored(Collection<Charge> charges, long nanos) {
        charges.stream()
                .findFirst()
                .ifPresent(charge ->
                        used.merge(new Purpose(charge.stage(), charge.model()), Used.storing(nanos), Used::plus));
    }

    /** As it stands now. */
    public synchronized SortedMap<Purpose, Used> used() {
        return new TreeMap<>(used);
    }
}
