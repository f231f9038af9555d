package dev.grip.rehearsal.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Decides for each request which fault it meets: the first that fits and whose time has come. Thread-safe. */
public final class FaultPlan {

    private final List<Armed> armed;

    public FaultPlan(List<Fault> faults) {
        this.armed = IntStream.range(0, faults.size())
                .mapToObj(place -> new Armed(faults.get(place), place))
                .toList();
    }

    /** The fault for a request that arrives so long after the start, if any; counts as one arrival. */
    public Optional<Fault> next(Match.Asked asked, Duration sinceStart) {
        for (Armed one : armed) {
            if (one.fault.match().fits(asked) && one.strikes(asked, sinceStart)) {
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    /** A fault and what it has seen. */
    private static final class Armed {
        private final Fault fault;
        private final int place;
        private final AtomicInteger seen = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();

        private Armed(Fault fault, int place) {
            this.fault = fault;
            this.place = place;
        }

        private boolean strikes(Match.Asked asked, Duration sinceStart) {
            Trigger trigger = fault.trigger();
            if (!trigger.open(sinceStart)) {
                return false;
            }
            int number = seen.incrementAndGet() - trigger.skip();
            return number > 0
                    && number % trigger.every() == 0
                    && (trigger.rate() >= 1 || thrown(asked, number) < trigger.rate())
                    && (trigger.times() == 0 || done.getAndIncrement() < trigger.times());
        }

        /** From 0 to 1: by the request's id, so that the order of arrival changes nothing, or by its number without one. */
        private double thrown(Match.Asked asked, int number) {
            long hash = fault.trigger().seed() * 31 + place;
            String id = asked.requestId().isEmpty() ? Integer.toString(number) : asked.requestId();
            for (int i = 0; i < id.length(); i++) {
                hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
            }
            long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
            return (((mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L) >>> 11) * 0x1.0p-53;
        }
    }
}
