package dev.grip.llm.fleet;

import dev.grip.llm.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The servers of one model, as one or more roles ask it, and the calls that wait for them. The line belongs to
 * {@link Admission}'s lock.
 */
final class ModelPool {

    private final Endpoint endpoint;
    private final List<Endpoint> asked = new CopyOnWriteArrayList<>();
    private final List<Replica> replicas;
    private final WaitingLine line = new WaitingLine();
    private final StageHistory stages = new StageHistory();

    private final Lock probing = new ReentrantLock();
    private volatile boolean probed;
    private volatile boolean rehearsal;
    private volatile ConstraintMode constraintMode = ConstraintMode.UNKNOWN;

    ModelPool(Endpoint endpoint, List<Replica> replicas) {
        this.endpoint = endpoint;
        this.replicas = List.copyOf(replicas);
        this.replicas.forEach(replica -> replica.pools().add(this));
    }

    /** The settings its servers share; of several roles with the same ones, the first. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** As which roles it is asked. */
    List<Endpoint> asked() {
        return asked;
    }

    List<Replica> replicas() {
        return replicas;
    }

    StageHistory stages() {
        return stages;
    }

    WaitingLine line() {
        return line;
    }

    /** The server that calls with this affinity prefer: each has the highest hash for its share of them. */
    Replica home(String affinity) {
        Replica best = replicas.get(0);
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < replicas.size(); i++) {
            long hash = mix(affinity.hashCode() * 31L + i);
            if (hash >= highest) {
                highest = hash;
                best = replicas.get(i);
            }
        }
        return best;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** How records name the model in the role that {@code asked} gives it. */
    ServedModel served(Endpoint asked) {
        return new ServedModel(asked.role().word(), asked.model(), asked.url(), asked.weight(), rehearsal);
    }

    /** Looks at every server now. */
    List<EndpointReport> probe() throws InterruptedException {
        List<EndpointReport> reports = new ArrayList<>();
        for (Replica replica : replicas) {
            for (Endpoint role : asked) {
                EndpointReport report = new ModelProbe(role.at(replica.url()), replica.connection()).report();
                if (report.load() != null) {
                    replica.measured(true);
                }
                replica.says(new ServerFacts(report.version(), report.maxModelLen()));
                reports.add(report);
            }
        }
        if (reports.stream().anyMatch(EndpointReport::rehearsal)) {
            rehearsal = true;
        }
        // Last, because a call that sees it set takes what is known by then for the truth.
        if (reports.stream().anyMatch(EndpointReport::reachable)) {
            probed = true;
        }
        return reports.stream().map(report -> report.with(constraintMode)).toList();
    }

    /** Notes an answer's {@code system_fingerprint}. Once seen as a rehearsal, a server stays one. */
    void sawFingerprint(String fingerprint) {
        if (ModelProbe.REHEARSAL.equals(fingerprint)) {
            rehearsal = true;
        }
    }

    /**
     * Looks at the servers if that has not been done. One that was away when it was looked at may answer now; what it says must
     * not pass for a model's work unasked.
     */
    void learnWhetherRehearsal() throws InterruptedException {
        if (probed || rehearsal) {
            return;
        }
        probing.lockInterruptibly();
        try {
            if (!probed) {
                probe();
            }
        } finally {
            probing.unlock();
        }
    }

    /** How its servers can be made to keep to a constraint; the first time, a call to each finds out. */
    ConstraintMode constraintMode() throws InterruptedException {
        if (constraintMode != ConstraintMode.UNKNOWN || endpoint.role() == Role.EMBEDDING) {
            return constraintMode;
        }
        probing.lockInterruptibly();
        try {
            if (constraintMode == ConstraintMode.UNKNOWN) {
                constraintMode = prove();
            }
            return constraintMode;
        } finally {
            probing.unlock();
        }
    }

    /** What all servers that can be asked enforce. */
    private ConstraintMode prove() throws InterruptedException {
        ConstraintMode common = ConstraintMode.UNKNOWN;
        for (Replica replica : replicas) {
            ConstraintMode mode = new ConstraintProof(endpoint, replica.connection()).find();
            if (common == ConstraintMode.UNKNOWN) {
                common = mode;
            } else if (mode != ConstraintMode.UNKNOWN && mode != common) {
                return ConstraintMode.NONE;
            }
        }
        return common;
    }
}
