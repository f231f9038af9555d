package dev.grip.pipeline.runs;

import dev.grip.pipeline.spending.Budget;
import dev.grip.pipeline.spending.Prices;
import dev.grip.pipeline.spending.Spend;
import dev.grip.pipeline.work.Halt;
import dev.grip.pipeline.work.RunControl;

/** Halts a run of this process when its budget is reached; the budget may be raised meanwhile. Thread-safe. */
final class BudgetWatch {

    private final RunControl control;
    private final ActiveTime time;
    private final Prices prices;
    private volatile Budget budget;

    BudgetWatch(RunControl control, ActiveTime time, Prices prices, Budget budget) {
        this.control = control;
        this.time = time;
        this.prices = prices;
        this.budget = budget;
    }

    void change(Budget to) {
        budget = to;
    }

    /** To be asked after every call, so it costs little without a budget. */
    void look() {
        Budget now = budget;
        if (now.unlimited() || control.halted() != null) {
            return;
        }
        Spend spend = Spend.of(control.ledger().used(), time.seconds(), prices);
        String reached = now.reached(control.run(), spend, control.kept());
        if (reached != null) {
            control.halt(Halt.BUDGET, reached);
        }
    }
}
