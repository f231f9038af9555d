package dev.grip.pipeline.work;

/** Why a run begins no more calls. What is in flight is finished and stored, whatever the reason. */
public enum Halt {
    /** Somebody wants it to pause, or this process ends. */
    PAUSE,
    /** Its budget is reached; the message says which. */
    BUDGET,
    /** Somebody wants it to end. */
    CANCEL,
    /** Something it needs is not there; the message is kept with it. */
    FAILURE,
    /** Another process coordinates it now. */
    LOST
}
