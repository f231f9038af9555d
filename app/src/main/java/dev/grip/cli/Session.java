package dev.grip.cli;

import dev.grip.pipeline.Grip;

/** An open {@link Grip} and the data folder it works in. */
record Session(Grip grip, DataFolder folder) implements AutoCloseable {

    @Override
    public void close() {
        try (folder) {
            grip.close();
        }
    }
}
