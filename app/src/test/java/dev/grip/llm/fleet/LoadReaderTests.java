package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadReaderTests {

    private static final String VLLM =
            """
            # HELP python_gc_objects_collected_total Objects collected during gc
            # TYPE python_gc_objects_collected_total counter
            python_gc_objects_collected_total{generation="0"} 12345.0
            process_resident_memory_bytes 1.234567e+09
            # HELP vllm:num_requests_running Number of requests in model execution batches.
            # TYPE vllm:num_requests_running gauge
            vllm:num_requests_running{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 241.0
            # HELP vllm:num_requests_waiting Number of requests waiting to be processed.
            # TYPE vllm:num_requests_waiting gauge
            vllm:num_requests_waiting{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 12.0
            vllm:num_requests_waiting_by_reason{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct",reason="capacity"} 12.0
            # HELP vllm:kv_cache_usage_perc KV-cache usage. 1 means 100 percent usage.
            vllm:kv_cache_usage_perc{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 0.8731
            vllm:prefix_cache_queries_total{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 9.87654e+06
            vllm:num_preemptions_total{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 17.0
            vllm:num_preemptions_created{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 1.7567e+09
            vllm:prompt_tokens_total{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 5.0e+06
            vllm:generation_tokens_total{engine="0",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 1.25e+06
            vllm:request_success_total{engine="0",finished_reason="stop",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 900.0
            vllm:time_to_first_token_seconds_bucket{engine="0",le="0.001",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 0.0
            vllm:time_to_first_token_seconds_bucket{engine="0",le="+Inf",model_name="Qwen/Qwen2.5-Math-7B-Instruct"} 900.0
            vllm:cache_config_info{block_size="16",cache_dtype="auto",engine="0",gpu_memory_utilization="0.9",mamba_block_size="64",num_gpu_blocks="12345",num_gpu_blocks_override="None"} 1.0
            """;

    @Test
    void whatVllmShowsIsRead() {
        assertThat(LoadReader.read(VLLM)).contains(new ServerLoad(241, 12, 0.8731, 17, 6_250_000, 12345 * 16));
    }

    @Test
    void olderNamesAreRead() {
        String older =
                VLLM.replace("kv_cache_usage_perc", "gpu_cache_usage_perc").replace("engine=\"0\",", "");
        assertThat(LoadReader.read(older)).isEqualTo(LoadReader.read(VLLM));
    }

    @Test
    void windowsLinesAreRead() {
        assertThat(LoadReader.read(VLLM.replace("\n", "\r\n"))).isEqualTo(LoadReader.read(VLLM));
    }

    @Test
    void enginesAreAddedUpAndTheFullestCacheCounts() {
        String second = VLLM.replace("engine=\"0\"", "engine=\"1\"").replace("0.8731", "0.95");
        assertThat(LoadReader.read(VLLM + second))
                .contains(new ServerLoad(482, 24, 0.95, 34, 12_500_000, 2 * 12345 * 16));
    }

    @Test
    void sglangIsRead() {
        String sglang =
                """
                sglang:prompt_tokens_total{model_name="m"} 100.0
                sglang:generation_tokens_total{model_name="m"} 50.0
                sglang:token_usage{model_name="m"} 0.28
                sglang:num_running_reqs{model_name="m"} 162.0
                sglang:num_used_tokens{model_name="m"} 123859.0
                sglang:gen_throughput{model_name="m"} 86.5
                sglang:num_queue_reqs{model_name="m"} 2826.0
                """;
        assertThat(LoadReader.read(sglang)).contains(new ServerLoad(162, 2826, 0.28, 0, 150, 0));
    }

    @Test
    void withoutTheNumberThatRunThereIsNoLoad() {
        assertThat(LoadReader.read("")).isEmpty();
        assertThat(LoadReader.read("<html>\n<p>Welcome to nginx: 404</p></html>"))
                .isEmpty();
        assertThat(LoadReader.read("vllm:num_requests_waiting 3")).isEmpty();
        assertThat(LoadReader.read("# vllm:num_requests_running 3")).isEmpty();
        assertThat(LoadReader.read("vllm:num_requests_running_total 3")).isEmpty();
        assertThat(LoadReader.read("other:num_requests_running 3")).isEmpty();
    }

    @Test
    void aServerThatCountsNoTokensSaysSo() {
        assertThat(LoadReader.read("vllm:num_requests_running 3").orElseThrow().countsTokens())
                .isFalse();
        assertThat(LoadReader.read(VLLM).orElseThrow().countsTokens()).isTrue();
        assertThat(LoadReader.read("vllm:num_requests_running 3\nvllm:generation_tokens_total 0")
                        .orElseThrow()
                        .countsTokens())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vllm:num_requests_running 7                                            | 7
                    vllm:num_requests_running 7.0                                          | 7
                    vllm:num_requests_running 7e2                                          | 700
                    'vllm:num_requests_running 7 1756700000000'                            | 7
                    'vllm:num_requests_running{model_name="a"} 7 1756700000000'            | 7
                    'vllm:num_requests_running{model_name="my {odd} model, v 2"} 7'        | 7
                    'vllm:num_requests_running{model_name="a"}  7  '                       | 7
                    'vllm:num_requests_running{model_name="a"} NaN'                        | 0
                    'vllm:num_requests_running{model_name="a"} +Inf'                       | 0
                    'vllm:num_requests_running{model_name="a"} -5'                         | 0
                    'vllm:num_requests_running{model_name="a"} 1e308'                      | 0
                    'vllm:num_requests_running{model_name="a"} seven'                      | 0
                    'vllm:num_requests_running{model_name="a"}'                            | 0
                    'vllm:num_requests_running '                                           | 0
                    """)
    void figuresAreReadAsTheyMayBeWritten(String line, double running) {
        assertThat(LoadReader.read(line + "\n").orElseThrow().running()).isEqualTo(running);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noTextMakesItFail(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(VLLM);
            for (int k = 0; k < 1 + random.nextInt(40); k++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, " :{}\"\n,9e.\u0000-".charAt(random.nextInt(12)));
            }
            LoadReader.read(text.toString()).ifPresent(load -> {
                assertThat(load.running()).isFinite().isNotNegative();
                assertThat(load.waiting()).isFinite().isNotNegative();
                assertThat(load.tokens()).isFinite();
            });
        }
        byte[] bytes = new byte[1 << 16];
        random.nextBytes(bytes);
        assertThat(LoadReader.read(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }
}
