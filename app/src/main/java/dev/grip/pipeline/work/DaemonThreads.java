package dev.grip.pipeline.work;

import java.util.concurrent.ThreadFactory;

/** Threads for what goes on in the background, which do not keep the process alive. */
public final class DaemonThreads {

    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
