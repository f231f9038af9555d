package dev.grip.pipeline.runs;

import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Look;
import dev.grip.graph.Graph;
import dev.grip.pipeline.queue.WorkQueue;
import dev.grip.pipeline.spending.Budget;
import dev.grip.pipeline.spending.Ledger;
import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Spend;
import dev.grip.pipeline.spending.Used;
import dev.grip.pipeline.work.DaemonThreads;
import dev.grip.pipeline.work.Halt;
import dev.grip.pipeline.work.RunControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Launches runs, carries them out in the background, one after the other, and lets them be paused, cancelled and resumed, from any
 * process. Thread-safe.
 */
public final class Runs implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(10);

    private final Graph graph;
    private final RunRepository repository;
    private final Leases leases;
    private final Adoptions adoptions;
    private final Choices choices;
    private final CombinationSource source;
    private final WorkQueue queue;
    private final Configuration configuration;
    private final RunSettings settings;
    private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(DaemonThreads.named("grip-runs"));
    private final Watch watch = new Watch(active);

    public Runs(
            Graph graph,
            CombinationSource source,
            CombinationSpec defaults,
            WorkQueue queue,
            Configuration configuration,
            RunSettings settings) {
        this.graph = graph;
        this.repository = new RunRepository(graph);
        this.leases = new Leases(graph, Host.here());
        this.adoptions = new Adoptions(graph);
        this.choices = new Choices(source, repository, defaults);
        this.source = source;
        this.queue = queue;
        this.configuration = configuration;
        this.settings = settings;
    }

    /** The KPRG's epoch; 0 before its first build. */
    public long epoch() {
        return repository.epoch();
    }

    /** How many combinations there are and how many a request chooses, both by kind. */
    public record Chosen(Map<String, Long> available, Map<String, Long> chosen) {}

    /** Throws for a request that cannot be used what {@link #launch} throws. */
    public Chosen chosen(RunRequest request) {
        return choices.chosen(request);
    }

    /** What decides the results of runs of this process, as it is kept with them. */
    public String decides() {
        return configuration.decides().json();
    }

    /** The first combinations that a request chooses, at most {@code rows}, and how many there are. */
    public Look look(RunRequest request, int rows) {
        return choices.look(request, rows);
    }

    /** The control of a run that this process carries out; null for any other. */
    public @Nullable RunControl control(String id) {
        ActiveRun run = active.get(id);
        return run == null ? null : run.control();
    }

    /**
     * Starts the run of this request on the graph as it is. There is one such run: if it was begun before, it goes on, and if it is
     * done, nothing is started. What {@code budget} says replaces what was said before, also while the run is going on. Throws
     * {@link RunConflictException} when another process carries it out.
     */
    public RunStatus launch(RunRequest request, Budget budget) {
        requirePrices(budget);
        Choice choice = choices.of(request);
        long epoch = repository.epoch();
        String id = configuration.idOf(request, epoch);
        repository.create(id, request, configuration, epoch, choices.count(choice));
        change(id, budget);
        RunState state = stored(id).state();
        awaitEnd(id, state);
        if (state == RunState.DONE || active.containsKey(id)) {
            return known(id);
        }
        adoptions.forget(id);
        return start(id, () -> choice, false);
    }

    /**
     * Lets a run go on that was paused, cancelled, failed, or left by a process that died, or one that is done but for what was set
     * aside. Throws {@link RunConflictException} when another process carries it out or the configuration would make another dataset.
     */
    public RunStatus resume(String id, Budget budget) {
        requirePrices(budget);
        RunRepository.Stored run = resumable(id);
        change(id, budget);
        adoptions.forget(id);
        return start(id, () -> choices.of(run.request()), false);
    }

    /**
     * Lets a run go on that a process left when it died, as {@link #resume} does. One with which every process dies that takes it over
     * fails instead, saying so, until a person resumes it.
     */
    public RunStatus adopt(String id) {
        RunRepository.Stored run = resumable(id);
        return adoptions.inVain(id) ? giveUp(id) : start(id, () -> choices.of(run.request()), true);
    }

    private synchronized RunStatus giveUp(String id) {
        if (active.containsKey(id)) {
            return known(id);
        }
        RunLease lease = leases.acquire(id);
        repository.move(lease, RunState.FAILED, Adoptions.words(id), null);
        leases.release(lease, stored(id).activeMillis());
        return known(id);
    }

    /** Throws {@link RunConflictException} for a run that cannot go on here. */
    private RunRepository.Stored resumable(String id) {
        RunRepository.Stored run = stored(id);
        awaitEnd(id, run.state());
        if (active.containsKey(id)) {
            throw new RunConflictException("Run '" + id + "' is " + run.state().word() + " here: "
                    + (run.state() == RunState.PAUSING || run.state() == RunState.CANCELLING
                            ? "wait until it has stopped, then resume it"
                            : "there is nothing to resume"));
        }
        List<String> differences = run.decides().differences(configuration.decides());
        if (!differences.isEmpty()) {
            throw new RunConflictException("Run '" + id + "' was begun with another configuration: "
                    + String.join("; ", differences) + ". Go back to that, or start a new run");
        }
        long epoch = repository.epoch();
        if (epoch != run.epoch() && settings.onGraphChange() == GraphChange.STOP) {
            throw new RunConflictException("Run '" + id + "' was planned at epoch " + run.epoch()
                    + " of the KPRG, which is at " + epoch
                    + " now. Start a new run, or set pipeline.on-graph-change to finish");
        }
        if (run.state() == RunState.DONE && !unfinished(id)) {
            throw new RunConflictException("Run '" + id + "' is done: there is nothing to resume");
        }
        return run;
    }

    /** How fast a run is; empty unless this process carries it out. */
    public Optional<RunPace> pace(String id) {
        return Optional.ofNullable(active.get(id)).map(here -> {
            Spend spend = spend(here.control().ledger().used(), here.time().seconds());
            return RunPace.of(here.pace(), spend.cost(), spend.currency());
        });
    }

    private void requirePrices(Budget budget) {
        if (budget.maxCost() != null && !configuration.prices().known()) {
            throw new IllegalArgumentException("max-cost needs prices, and there is none for "
                    + String.join(", ", configuration.prices().unpriced())
                    + ": set prices.models, or budget time or rows instead");
        }
    }

    private void change(String id, Budget budget) {
        if (!budget.unlimited()) {
            Budget changed = stored(id).budget().with(budget);
            repository.budget(id, changed);
            ActiveRun here = active.get(id);
            if (here != null) {
                here.budget().change(changed);
            }
        }
    }

    /** What a run used so far; empty if there is no such run. */
    public Optional<Spend> spend(String id) {
        ActiveRun here = active.get(id);
        if (here != null) {
            return Optional.of(spend(here.control().ledger().used(), here.time().seconds()));
        }
        return repository.read(id).map(run -> spend(repository.used(id), run.activeMillis() / 1000.0));
    }

    private Spend spend(SortedMap<Purpose, Used> used, double seconds) {
        return Spend.of(used, seconds, configuration.prices());
    }

    /** Asks a run to stop for a while; what is in flight is finished and kept. */
    public RunStatus pause(String id) {
        return wish(id, RunState.PAUSING, RunState.PAUSED, Halt.PAUSE);
    }

    /** Asks a run to end; what is in flight is finished and kept. */
    public RunStatus cancel(String id) {
        return wish(id, RunState.CANCELLING, RunState.CANCELLED, Halt.CANCEL);
    }

    /** Runs that were to go on or to end when their process died. */
    public List<Orphan> orphans() {
        return leases.orphans().stream()
                .filter(orphan -> !active.containsKey(orphan.run()))
                .toList();
    }

    /** The state of a run says that it has ended a moment before this process has let go of it. */
    private void awaitEnd(String id, RunState state) {
        try {
            if (state == RunState.PAUSED || state.ended()) {
                join(id, END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run of this request on this graph with this configuration, if it is done: launching it would do nothing. */
    public Optional<RunStatus> done(RunRequest request) {
        return status(configuration.idOf(request, repository.epoch())).filter(run -> run.state() == RunState.DONE);
    }

    public Optional<RunStatus> status(String id) {
        return repository.status(id).stream().findFirst();
    }

    /** What came of a run's combinations by round, kind and region. */
    public List<RoundYield> yields(String id) {
        return SlicePlan.yields(graph, stored(id).id());
    }

    /** All runs, newest first. */
    public List<RunStatus> all() {
        return repository.status(null);
    }

    /** Waits up to the given time; whether this process has finished with the run. */
    public boolean join(String id, Duration time) throws InterruptedException {
        ActiveRun running = active.get(id);
        if (running == null) {
            return true;
        }
        try {
            running.done().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Run " + id + " ended unexpectedly", e.getCause());
        }
    }

    /** One at a time, because this process may acquire a lease again that it has. */
    private synchronized RunStatus start(String id, Supplier<Choice> choice, boolean adopted) {
        if (active.containsKey(id)) {
            return known(id);
        }
        RunLease lease = leases.acquire(id);
        try {
            RunRepository.Stored run = stored(id);
            if (repository.move(lease, RunState.PLANNED, null, null)) {
                ActiveRun started = activate(run, lease, choice);
                active.put(id, started);
                background.execute(() -> carryOut(started, lease, adopted));
            }
            return known(id);
        } catch (RuntimeException e) {
            active.remove(id);
            leases.release(lease, stored(id).activeMillis());
            throw e;
        }
    }

    private void carryOut(ActiveRun run, RunLease lease, boolean adopted) {
        try {
            if (adopted) {
                adoptions.count(lease);
            }
        } finally {
            run.carryOut();
        }
    }

    private ActiveRun activate(RunRepository.Stored run, RunLease lease, Supplier<Choice> choice) {
        RunControl control = new RunControl(run.id(), lease.term(), new Ledger(repository.used(run.id())));
        control.keep(known(run.id()).accepted());
        ActiveTime time = new ActiveTime(run.activeMillis());
        BudgetWatch budget = new BudgetWatch(control, time, configuration.prices(), run.budget());
        control.onSpending(budget::look);
        SlicePlan slices = new SlicePlan(graph, lease);
        Planner planner = new Planner(run, source, slices, choice, settings.slice(), repository::epoch);
        Coordinator coordinator =
                new Coordinator(repository, lease, control, planner, slices, queue, settings, run.epoch());
        return new ActiveRun(
                repository,
                leases,
                lease,
                control,
                coordinator,
                run.epoch(),
                time,
                budget,
                () -> active.remove(run.id()));
    }

    private boolean unfinished(String id) {
        return new SlicePlan(graph, new RunLease(id, "", 0)).count().setAside() > 0;
    }

    private RunStatus wish(String id, RunState asking, RunState settled, Halt halt) {
        stored(id);
        RunRepository.Wish wish = repository.wish(id, asking, settled, leases.dead(id));
        if (!wish.granted() && wish.state() != asking && wish.state() != settled) {
            throw new RunConflictException("Run '" + id + "' is " + wish.state().word() + ": it cannot become "
                    + settled.word() + ". " + possible(wish.state()));
        }
        ActiveRun here = active.get(id);
        if (here != null) {
            here.halt(halt);
        }
        return known(id);
    }

    /** What people can do with a run in this state. */
    private static String possible(RunState state) {
        return switch (state) {
            case PLANNED, RUNNING -> "It can be paused and cancelled";
            case PAUSING -> "It can be cancelled, and resumed once it has stopped";
            case CANCELLING -> "It can be resumed once it has stopped";
            case PAUSED, FAILED -> "It can be resumed and cancelled";
            case CANCELLED -> "It can be resumed";
            case DONE -> "There is nothing left to do for it";
        };
    }

    private RunStatus known(String id) {
        return status(id).orElseThrow(() -> unknown(id));
    }

    private RunRepository.Stored stored(String id) {
        return repository.read(id).orElseThrow(() -> unknown(id));
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("There is no run '" + id + "'; 'grip status' lists them");
    }

    /** Pauses the runs of this process and waits at most so long for what is in flight; whether all have stopped. */
    public boolean stop(Duration most) {
        active.values().forEach(run -> run.halt(Halt.PAUSE));
        background.shutdown();
        try {
            return background.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Breaks off what {@link #stop} has not stopped. */
    @Override
    public void close() {
        background.shutdownNow();
        watch.close();
    }
}
