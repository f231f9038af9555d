package dev.grip.pipeline.runs;

/** The KPRG is not the one that a run was planned on. */
final class GraphChangedException extends RuntimeException {

    GraphChangedException(String message) {
        super(message);
    }
}
