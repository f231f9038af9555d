package dev.grip.pipeline.work;

import dev.grip.graph.Graph;
import dev.grip.llm.Calls;
import dev.grip.llm.Charging;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.UnansweredException;
import dev.grip.pipeline.queue.SliceTask;
import dev.grip.pipeline.queue.WorkQueue.Lease;
import dev.grip.pipeline.spending.Ledger;
import dev.grip.pipeline.storage.Patience;
import dev.grip.pipeline.storage.ResultWriter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one slice: what is there of its combinations is loaded, then each goes on at its next missing call. Thread-safe. */
public final class SliceWork {

    private static final Logger LOG = LoggerFactory.getLogger(SliceWork.class);

    private final SliceRepository slices;
    private final Synthesis synthesis;
    private final Calls calls;
    private final ResultWriter writer;
    private final Patience patience = new Patience("Slices wait, and results are");

    public SliceWork(Graph graph, Synthesis synthesis, Calls calls, ResultWriter writer) {
        this.slices = new SliceRepository(graph);
        this.synthesis = synthesis;
        this.calls = calls;
        this.writer = writer;
    }

    /** Works on the slice of this lease and gives it back: as done, or for another attempt. */
    void carryOut(Lease lease, RunControl control) {
        if (control.halted() != null || lease.task().term() != control.term()) {
            lease.done();
            return;
        }
        SliceTask task = lease.task();
        SliceRepository.Stored stored = patience.keep(() -> slices.load(task.slice()));
        if (!stored.open()) {
            lease.done();
            return;
        }
        List<Making> makings = patience.keep(() -> slices.progress(stored.combinations(), synthesis::problemKey));
        SliceTally tally = new SliceTally(task, makings, stored.attempt(), stored.done());
        Ledger spend = new Ledger(stored.spend());
        Results results = new Results(writer, control, spend);
        SliceKept kept = new SliceKept(control, stored.accepted());
        calls.each(makings, making -> kept.count(make(making, control, results, tally)), made -> {});
        writer.commit(tally.ending(() -> SpendLists.properties(spend.used()))).join();
        if (tally.finished() || tally.halted()) {
            lease.done();
        } else {
            lease.release();
        }
    }

    private Making make(Making making, RunControl control, Results results, SliceTally tally) {
        if (making.outcome() == null) {
            making.outcome(Charging.to(making::charge, () -> outcome(making, control, results)));
            results.chargeRest(making);
        }
        writer.put(tally.counting(making));
        return making;
    }

    private Outcome outcome(Making making, RunControl control, Results results) {
        try {
            return synthesis.finish(making, control, results);
        } catch (RunControl.Halted halted) {
            return new Outcome.Halted();
        } catch (UnansweredException unanswered) {
            return control.halted() == null
                    ? new Outcome.SetAside(String.valueOf(unanswered.getMessage()))
                    : new Outcome.Halted();
        } catch (ModelServerException away) {
            control.halt(Halt.FAILURE, away.getMessage());
            return new Outcome.Halted();
        } catch (RuntimeException | Error bug) {
            LOG.error("Run {}: a combination failed unexpectedly", control.run(), bug);
            control.fail(bug);
            return new Outcome.Halted();
        }
    }
}
