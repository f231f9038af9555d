package dev.grip.llm.fleet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once of a model that often does not end its answers as a prompt asks, because then the prompt, the template or the server
 * is wrong. Not thread-safe.
 */
final class ReadingAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingAlarm.class);
    private static final double OFTEN = 0.02;
    private static final int ENOUGH = 200;

    private final String model;
    private final String stage;
    private boolean told;

    ReadingAlarm(String model, String stage) {
        this.model = model;
        this.stage = stage;
    }

    /** Whether it told now: of {@code all} verdicts so many were not read at once, the last one by {@code path}. */
    boolean counted(long all, long notAtOnce, String path) {
        if (told || all < ENOUGH || notAtOnce <= OFTEN * all) {
            return false;
        }
        told = true;
        LOG.warn(
                "More than {} % of the answers of {} to {} could not be read at once (the last: {}): look at some with"
                        + " MATCH (j:Judgement) WHERE j.parsedBy <> 'line' RETURN j.explanation LIMIT 20",
                Math.round(OFTEN * 100), model, stage, path);
        return true;
    }
}
