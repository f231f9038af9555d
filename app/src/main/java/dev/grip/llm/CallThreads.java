package dev.grip.llm;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that spend their time waiting for models: virtual ones where the Java that runs this has them (21 and newer),
 * otherwise platform threads with small stacks.
 */
public final class CallThreads {

    private static final int VIRTUAL_SINCE = 21;
    private static final long STACK_BYTES = 256 * 1024L;

    private CallThreads() {}

    /** Whether they are virtual here. */
    public static boolean virtual() {
        return Runtime.version().feature() >= VIRTUAL_SINCE;
    }

    /** A pool of at most {@code most} of them, which does not keep the process alive. */
    public static ExecutorService open(String name, int most) {
        return Executors.newFixedThreadPool(most, virtual() ? virtualThreads(name) : platformThreads(name));
    }

    private static ThreadFactory platformThreads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** By reflection, because this code is compiled for Java 17. */
    private static ThreadFactory virtualThreads(String name) {
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object named = builder.getMethod("name", String.class, long.class)
                    .invoke(Thread.class.getMethod("ofVirtual").invoke(null), name + "-", 1L);
            return (ThreadFactory) builder.getMethod("factory").invoke(named);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(
                    "Java " + Runtime.version().feature() + " gives no virtual threads; run on Java 17 or 21", e);
        }
    }
}
