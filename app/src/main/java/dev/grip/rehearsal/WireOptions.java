package dev.grip.rehearsal;

import java.time.Duration;

/**
 * Which of vLLM's wire formats and habits a server has.
 *
 * @param errors how errors look
 * @param contextError which words refuse a prompt that is too long
 * @param reasoning where text before {@code </think>} goes
 * @param promptTokensDetails whether usage says how many tokens were in the prefix cache
 * @param chunkTokens tokens in one event of a stream
 * @param keepAlive how long a connection may stay idle after an answer; zero is for ever, vLLM's default is 5 s
 * @param comments how far apart keep-alive comments come in a stream that waits; zero for none
 * @param metrics which names {@code /metrics} uses
 */
public record WireOptions(
        ErrorFormat errors,
        ContextError contextError,
        Reasoning reasoning,
        boolean promptTokensDetails,
        int chunkTokens,
        Duration keepAlive,
        Duration comments,
        MetricNames metrics) {

    /** As vLLM is today, except that idle connections stay open. */
    public static final WireOptions CURRENT = new WireOptions(
            ErrorFormat.OBJECT,
            ContextError.REQUESTED_OUTPUT,
            Reasoning.IN_CONTENT,
            false,
            4,
            Duration.ZERO,
            Duration.ZERO,
            MetricNames.CURRENT);

    public WireOptions {
        if (chunkTokens < 1) {
            throw new IllegalArgumentException("chunkTokens is " + chunkTokens + "; give at least 1");
        }
        if (keepAlive.isNegative() || comments.isNegative()) {
            throw new IllegalArgumentException(
                    "keepAlive is " + keepAlive + " and comments is " + comments + "; give zero or more, such as 5s");
        }
    }

    /** Shapes of an error body. 401 is the same in both. */
    public enum ErrorFormat {
        /** {@code {"error": {"message", "type", "param", "code"}}} */
        OBJECT,
        /** {@code {"object": "error", "message", "type", "param", "code"}}, as in older versions. */
        FLAT
    }

    /** The words of a refusal for length. */
    public enum ContextError {
        /** "However, you requested X output tokens and your prompt contains ..." */
        REQUESTED_OUTPUT,
        /** "You passed X input tokens and requested Y output tokens ..." */
        PASSED_INPUT,
        /** "However, you requested X tokens (Y in the messages, Z in the completion)", as in older versions. */
        IN_THE_MESSAGES
    }

    /** Where thinking goes. */
    public enum Reasoning {
        /** It stays in the content, as without a reasoning parser. */
        IN_CONTENT,
        /** Into the field {@code reasoning}. */
        REASONING,
        /** Into the field {@code reasoning_content}, as in older versions. */
        REASONING_CONTENT
    }

    /** The names of metrics. */
    public enum MetricNames {
        CURRENT,
        /** {@code gpu_cache_usage_perc} and {@code gpu_prefix_cache_*}, as in older versions of vLLM. */
        OLDER,
        /** Those of SGLang. */
        SGLANG,
        /** There is no {@code /metrics}. */
        MISSING
    }

    public WireOptions withErrors(ErrorFormat format) {
        return new WireOptions(
                format, contextError, reasoning, promptTokensDetails, chunkTokens, keepAlive, comments, metrics);
    }

    public WireOptions withContextError(ContextError words) {
        return new WireOptions(
                errors, words, reasoning, promptTokensDetails, chunkTokens, keepAlive, comments, metrics);
    }

    public WireOptions withReasoning(Reasoning place) {
        return new WireOptions(
                errors, contextError, place, promptTokensDetails, chunkTokens, keepAlive, comments, metrics);
    }

    public WireOptions withPromptTokensDetails(boolean on) {
        return new WireOptions(errors, contextError, reasoning, on, chunkTokens, keepAlive, comments, metrics);
    }

    public WireOptions withChunkTokens(int tokens) {
        return new WireOptions(
                errors, contextError, reasoning, promptTokensDetails, tokens, keepAlive, comments, metrics);
    }

    public WireOptions withKeepAlive(Duration idle) {
        return new WireOptions(
                errors, contextError, reasoning, promptTokensDetails, chunkTokens, idle, comments, metrics);
    }

    public WireOptions withComments(Duration apart) {
        return new WireOptions(
                errors, contextError, reasoning, promptTokensDetails, chunkTokens, keepAlive, apart, metrics);
    }

    public WireOptions withMetrics(MetricNames names) {
        return new WireOptions(
                errors, contextError, reasoning, promptTokensDetails, chunkTokens, keepAlive, comments, names);
    }
}
