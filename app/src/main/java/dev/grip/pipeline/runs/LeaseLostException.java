package dev.grip.pipeline.runs;

/** Another process coordinates a run by now; nothing more may be written for it here. */
final class LeaseLostException extends RuntimeException {

    LeaseLostException(String run) {
        super("Another process carries out run '" + run + "' now");
    }
}
