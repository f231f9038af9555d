package dev.grip.llm.fleet;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that wait for one model. They leave in the order in which they came, except that those which continue the stage and the
 * item a server has just been given go first, because their prompts begin with what its prefix cache holds; nobody is overtaken
 * more often than {@link #MOST_OVERTAKEN} times. Belongs to {@link Admission}'s lock.
 */
final class WaitingLine {

    static final int MOST_OVERTAKEN = 64;
    private static final int LOOKED_AT = 32;

    private final Set<Waiter> all = new LinkedHashSet<>();
    private final Map<String, Set<Waiter>> byStage = new HashMap<>();

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    void add(Waiter waiter) {
        all.add(waiter);
        byStage.computeIfAbsent(waiter.errand().stage(), stage -> new LinkedHashSet<>())
                .add(waiter);
    }

    void remove(Waiter waiter) {
        all.remove(waiter);
        Set<Waiter> stage = byStage.get(waiter.errand().stage());
        if (stage != null && stage.remove(waiter) && stage.isEmpty()) {
            byStage.remove(waiter.errand().stage());
        }
    }

    /** Who is to go next to a server that was given this stage and item last. */
    Optional<Waiter> next(String stage, String affinity) {
        Iterator<Waiter> inOrder = all.iterator();
        if (!inOrder.hasNext()) {
            return Optional.empty();
        }
        Waiter oldest = inOrder.next();
        Set<Waiter> same = byStage.get(stage);
        if (same == null || oldest.overtaken() >= MOST_OVERTAKEN) {
            return Optional.of(oldest);
        }
        return Optional.of(alike(same, affinity));
    }

    private static Waiter alike(Set<Waiter> stage, String affinity) {
        Iterator<Waiter> inOrder = stage.iterator();
        Waiter first = inOrder.next();
        Waiter one = first;
        for (int i = 0; i < LOOKED_AT; i++) {
            if (one.errand().affinity().equals(affinity)) {
                return one;
            }
            if (!inOrder.hasNext()) {
                return first;
            }
            one = inOrder.next();
        }
        return first;
    }

    /** Takes one out; whoever came before and stays has been overtaken. */
    void take(Waiter waiter) {
        Waiter oldest = all.iterator().next();
        if (oldest != waiter) {
            oldest.overtake();
        }
        remove(waiter);
    }
}
