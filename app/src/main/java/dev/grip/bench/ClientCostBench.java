package dev.grip.bench;

import dev.grip.llm.CallThreads;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What a call costs this process when the server answers at once: the client with its limits, deadlines and counts beside a loop
 * of bare OkHttp, in turns, the server in another process.
 */
final class ClientCostBench {

    private static final int THREADS = 8;
    private static final int CALLS_A_ROUND = 16_000;
    private static final int WARMUPS = 3;
    private static final int ROUNDS = 7;
    private static final int TOKENS = 400;

    private final Consumer<Measure> out;

    ClientCostBench(Consumer<Measure> out) {
        this.out = out;
    }

    void run() {
        ExecutorService threads = CallThreads.open("grip-bench", THREADS);
        try (RehearsalProcess server = RehearsalProcess.start("servers: [{model: " + BenchFleet.MODEL + "}]");
                BenchFleet fleet = new BenchFleet(List.of(server.url()), THREADS);
                BareClient bare = new BareClient(server.url(), THREADS)) {
            AtomicLong number = new AtomicLong();
            Runnable one = () -> BenchFleet.ask(fleet.judge(), "call-" + number.incrementAndGet(), Questions.LONG);
            Runnable bareOne = () -> bare.ask(Questions.LONG, TOKENS);
            List<Double> costs = new ArrayList<>();
            List<Double> bareCosts = new ArrayList<>();
            for (int round = -WARMUPS; round < ROUNDS; round++) {
                double cost = micros(threads, one);
                double bareCost = micros(threads, bareOne);
                if (round >= 0) {
                    costs.add(cost);
                    bareCosts.add(bareCost);
                }
            }
            out.accept(Measure.cost("CPU a call, zero latency", Timing.middle(costs), "us", Timing.middle(bareCosts))
                    .atMost(1.25)
                    .noting("beside OkHttp and Jackson alone; medians of " + ROUNDS + " rounds of " + CALLS_A_ROUND
                            + " calls of 4 KB by " + THREADS + " threads each, in turns"));
        } finally {
            threads.shutdownNow();
        }
    }

    /** CPU time of this process for each call, in microseconds. */
    private static double micros(ExecutorService threads, Runnable one) {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Callable<Boolean> many = () -> {
            for (int i = 0; i < CALLS_A_ROUND / THREADS; i++) {
                one.run();
            }
            return true;
        };
        long before = machine.getProcessCpuTime();
        try {
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(THREADS, many))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new BenchException("A call failed: " + e.getMessage(), e);
        }
        return (machine.getProcessCpuTime() - before) / 1e3 / CALLS_A_ROUND;
    }
}
