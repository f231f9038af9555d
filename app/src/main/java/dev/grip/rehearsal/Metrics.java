package dev.grip.rehearsal;

import dev.grip.rehearsal.WireOptions.MetricNames;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.EngineState;
import dev.grip.rehearsal.engine.Histogram;
import java.util.Map;

/** The state of a server as Prometheus text, under the names that its kind of server uses. */
final class Metrics {

    private final RehearsalConfig config;
    private final String labels;
    private final StringBuilder text = new StringBuilder(8192);

    Metrics(RehearsalConfig config) {
        this.config = config;
        this.labels = "engine=\"0\",model_name=\"" + escaped(config.model()) + "\"";
    }

    String text(EngineState state) {
        if (config.wire().metrics() == MetricNames.SGLANG) {
            sglang(state);
        } else {
            vllm(state, config.wire().metrics() == MetricNames.OLDER);
        }
        return text.toString();
    }

    private void vllm(EngineState state, boolean older) {
        EngineState.Work work = state.work();
        gauge("vllm:num_requests_running", state.load().running());
        gauge("vllm:num_requests_waiting", state.load().waiting());
        gauge(older ? "vllm:gpu_cache_usage_perc" : "vllm:kv_cache_usage_perc", state.kvUsage());
        counter("vllm:num_preemptions_total", work.preemptions());
        String prefix = older ? "vllm:gpu_prefix_cache_" : "vllm:prefix_cache_";
        counter(prefix + "queries_total", work.prefixQueries());
        counter(prefix + "hits_total", work.prefixHits());
        counter("vllm:prompt_tokens_total", work.promptTokens());
        counter("vllm:generation_tokens_total", work.generationTokens());
        finished(state.finished());
        histogram("vllm:time_to_first_token_seconds", state.times().firstToken());
        histogram("vllm:request_queue_time_seconds", state.times().queue());
        cacheConfig();
    }

    private void sglang(EngineState state) {
        EngineState.Work work = state.work();
        gauge("sglang:num_running_reqs", state.load().running());
        gauge("sglang:num_queue_reqs", state.load().waiting());
        gauge("sglang:token_usage", state.kvUsage());
        counter("sglang:prompt_tokens_total", work.promptTokens());
        counter("sglang:generation_tokens_total", work.generationTokens());
        histogram("sglang:time_to_first_token_seconds", state.times().firstToken());
    }

    private void finished(Map<String, Long> finished) {
        type("vllm:request_success_total", "counter");
        finished.forEach((reason, count) ->
                line("vllm:request_success_total", ",finished_reason=\"" + escaped(reason) + "\"", count));
    }

    private void cacheConfig() {
        type("vllm:cache_config_info", "gauge");
        EngineConfig engine = config.engine();
        text.append("vllm:cache_config_info{block_size=\"")
                .append(EngineConfig.BLOCK_TOKENS)
                .append("\",cache_dtype=\"auto\",enable_prefix_caching=\"")
                .append(engine.prefixCaching() ? "True" : "False")
                .append("\",engine=\"0\",num_gpu_blocks=\"")
                .append(engine.kvBlocks())
                .append("\"} 1.0\n");
    }

    private void gauge(String name, double value) {
        type(name, "gauge");
        line(name, "", value);
    }

    private void counter(String name, long value) {
        type(name, "counter");
        line(name, "", value);
    }

    private void histogram(String name, Histogram values) {
        type(name, "histogram");
        double[] bounds = values.bounds();
        for (int i = 0; i < bounds.length; i++) {
            line(name + "_bucket", ",le=\"" + bounds[i] + "\"", values.atMost(i));
        }
        line(name + "_bucket", ",le=\"+Inf\"", values.count());
        line(name + "_count", "", values.count());
        line(name + "_sum", "", values.sum());
    }

    private void type(String name, String type) {
        text.append("# HELP ").append(name).append(" Simulated by a rehearsal server.\n");
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String moreLabels, long value) {
        line(name, moreLabels, (double) value);
    }

    private void line(String name, String moreLabels, double value) {
        text.append(name)
                .append('{')
                .append(labels)
                .append(moreLabels)
                .append("} ")
                .append(value)
                .append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
