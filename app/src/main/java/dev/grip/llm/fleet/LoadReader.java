package dev.grip.llm.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a server's load from its metrics in Prometheus' text format, under vLLM's names, the older of them included, or
 * SGLang's. Figures of several engines are added up; of the shares in use the largest counts.
 */
final class LoadReader {

    /** What is larger is no figure of a server. */
    static final double MOST = 1e15;

    private static final Pattern BLOCKS = Pattern.compile("[{,]num_gpu_blocks=\"(\\d{1,12})\"");
    private static final Pattern BLOCK_SIZE = Pattern.compile("[{,]block_size=\"(\\d{1,6})\"");

    private final Map<String, Double> sums = new HashMap<>();
    private double kvUsage;
    private double kvTokens;

    private LoadReader() {}

    /** The load; empty when the text does not say how many sequences run. */
    static Optional<ServerLoad> read(String metrics) {
        LoadReader reader = new LoadReader();
        metrics.lines().forEach(reader::take);
        return reader.load();
    }

    private void take(String line) {
        if (!line.startsWith("vllm:") && !line.startsWith("sglang:")) {
            return;
        }
        int from = line.indexOf(':') + 1;
        int brace = line.indexOf('{', from);
        int space = line.indexOf(' ', from);
        boolean labelled = brace >= 0 && (space < 0 || brace < space);
        int end = labelled ? line.lastIndexOf('}') + 1 : space;
        if (end > 0) {
            take(line.substring(from, labelled ? brace : space), line, end);
        }
    }

    /** A figure whose value begins at {@code end}; a time may follow it. */
    private void take(String name, String line, int end) {
        switch (name) {
            case "kv_cache_usage_perc", "gpu_cache_usage_perc", "token_usage" ->
                kvUsage = Math.max(kvUsage, number(line, end));
            case "cache_config_info" -> kvTokens += capacity(line);
            case "num_requests_running",
                    "num_running_reqs",
                    "num_requests_waiting",
                    "num_queue_reqs",
                    "num_preemptions_total",
                    "generation_tokens_total",
                    "prompt_tokens_total" -> sums.merge(name, number(line, end), Double::sum);
            default -> {
                // The many others say nothing about load.
            }
        }
    }

    /** What is no figure that a server can mean counts as nothing. */
    private static double number(String line, int from) {
        String rest = line.substring(from).strip();
        int end = rest.indexOf(' ');
        try {
            double value = Double.parseDouble(end < 0 ? rest : rest.substring(0, end));
            return value >= 0 && value <= MOST ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double capacity(String line) {
        Matcher blocks = BLOCKS.matcher(line);
        Matcher size = BLOCK_SIZE.matcher(line);
        return blocks.find() && size.find()
                ? Double.parseDouble(blocks.group(1)) * Double.parseDouble(size.group(1))
                : 0;
    }

    private Optional<ServerLoad> load() {
        if (!sums.containsKey("num_requests_running") && !sums.containsKey("num_running_reqs")) {
            return Optional.empty();
        }
        return Optional.of(new ServerLoad(
                sum("num_requests_running") + sum("num_running_reqs"),
                sum("num_requests_waiting") + sum("num_queue_reqs"),
                kvUsage,
                sum("num_preemptions_total"),
                tokens(),
                kvTokens));
    }

    private double tokens() {
        boolean counted = sums.containsKey("generation_tokens_total") || sums.containsKey("prompt_tokens_total");
        return counted ? sum("generation_tokens_total") + sum("prompt_tokens_total") : -1;
    }

    private double sum(String name) {
        return sums.getOrDefault(name, 0.0);
    }
}
