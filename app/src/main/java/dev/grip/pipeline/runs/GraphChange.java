package dev.grip.pipeline.runs;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a run when knowledge points or edges change under it. */
public enum GraphChange {
    /** The combinations that were planned are finished, and no more are planned. */
    @JsonProperty("finish")
    FINISH,
    /** The run fails, and says so. */
    @JsonProperty("stop")
    STOP
}
