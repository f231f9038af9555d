package dev.grip.llm.verdicts;

import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How verdicts are read, counted by model, prompt and path as {@code grip.llm.verdicts}; a model that often does not end its
 * answers as its prompt asks is told of once, because then the prompt, the template or the server is wrong.
 */
final class ParsePaths {

    private static final Logger LOG = LoggerFactory.getLogger(ParsePaths.class);
    private static final Set<String> USUAL = Set.of(Reading.LINE, Reading.JSON);
    private static final double OFTEN = 0.02;
    private static final int ENOUGH = 200;

    private static final Map<String, Share> SHARES = new ConcurrentHashMap<>();

    private ParsePaths() {}

    static void count(String model, String prompt, String path) {
        Metrics.counter("grip.llm.verdicts", "model", model, "stage", prompt, "path", path)
                .increment();
        Share share = SHARES.computeIfAbsent(model + ' ' + prompt, key -> new Share());
        if (share.alarming(USUAL.contains(path))) {
            LOG.warn(
                    "More than {} % of the answers of {} to {} could not be read at once (the last: {}): look at some with"
                            + " MATCH (j:Judgement) WHERE j.parsedBy <> 'line' RETURN j.explanation LIMIT 20",
                    Math.round(OFTEN * 100), model, prompt, path);
        }
    }

    /** Thread-safe. */
    static final class Share {
        private long all;
        private long unusual;
        private boolean told;

        /** Counts one; whether it is time to tell, which it is once. */
        synchronized boolean alarming(boolean usual) {
            all++;
            unusual += usual ? 0 : 1;
            if (told || all < ENOUGH || unusual <= OFTEN * all) {
                return false;
            }
            told = true;
            return true;
        }
    }
}
