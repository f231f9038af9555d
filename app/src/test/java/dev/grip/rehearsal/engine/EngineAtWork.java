package dev.grip.rehearsal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An engine on virtual time, and what its sequences heard, in the order they did. */
final class EngineAtWork {

    final VirtualTime time = new VirtualTime();
    final EngineRunner runner;
    final List<String> finished = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    final Map<String, Duration> finishedAfter = new LinkedHashMap<>();
    final Map<String, Integer> cached = new LinkedHashMap<>();
    final List<String> news = new ArrayList<>();
    private final long start = time.now();

    EngineAtWork(EngineConfig config, Latency latency) {
        runner = new EngineRunner(config, latency, time);
    }

    /** A sequence whose prompt begins like no other. */
    Sequence submit(String name, int promptTokens, int outputTokens) {
        return submit(name, prompt(name, promptTokens), outputTokens, 0);
    }

    Sequence submit(String name, Prompt prompt, int outputTokens, int chunkTokens) {
        Sequence sequence = sequence(name, prompt, outputTokens, chunkTokens);
        runner.submit(List.of(sequence));
        return sequence;
    }

    /** One that has not come yet. */
    Sequence sequence(String name, Prompt prompt, int outputTokens, int chunkTokens) {
        return new Sequence(new Sequence.Plan(prompt, outputTokens, chunkTokens, 0, "stop"), new Ear(name));
    }

    /** Prompts with the same beginning have the same blocks. */
    static Prompt prompt(String beginning, int tokens) {
        long[] blocks = new long[tokens / EngineConfig.BLOCK_TOKENS];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = (beginning + "/" + i).hashCode() * 31L + i;
        }
        return new Prompt(tokens, blocks, beginning.hashCode());
    }

    private final class Ear implements Sequence.Listener {
        private final String name;

        private Ear(String name) {
            this.name = name;
        }

        @Override
        public void reached(int tokens) {
            news.add(name + " " + tokens);
        }

        @Override
        public void finished(int cachedTokens) {
            finished.add(name);
            finishedAfter.put(name, Duration.ofNanos(time.now() - start));
            cached.put(name, cachedTokens);
        }

        @Override
        public void failed() {
            failed.add(name);
        }
    }
}
