package dev.grip.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Supplier;

/**
 * What one piece of work cost this process.
 *
 * @param cpu seconds of all threads together
 * @param heap MiB in use at the peak, garbage included
 */
record Spent<T>(Timing<T> timing, double cpu, double heap) {

    private static final double MEBI = 1 << 20;
    private static final double NANOS = 1e9;

    /** Once, after a collection of garbage. */
    static <T> Spent<T> on(Supplier<T> work) {
        ManagementFactory.getMemoryMXBean().gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        double before = seconds();
        Timing<T> timing = Timing.once(work);
        return new Spent<>(timing, seconds() - before, peak());
    }

    private static double seconds() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return machine.getProcessCpuTime() / NANOS;
    }

    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / MEBI;
    }
}
