package dev.grip.rehearsal.engine;

/**
 * The size of a simulated engine, in vLLM's terms.
 *
 * @param maxNumSeqs sequences that run at once; the rest waits
 * @param maxNumBatchedTokens prompt tokens computed in one step, beside the tokens of running sequences
 * @param kvBlocks blocks of {@link #BLOCK_TOKENS} tokens that the KV cache holds
 * @param prefixCaching whether blocks of prompts seen before are reused
 */
public record EngineConfig(int maxNumSeqs, int maxNumBatchedTokens, int kvBlocks, boolean prefixCaching) {

    /** Tokens in a block, as in vLLM. */
    public static final int BLOCK_TOKENS = 16;

    private static final int NO_LIMIT = 1 << 26;

    /** More of everything than calls can use. */
    public static final EngineConfig UNLIMITED = new EngineConfig(NO_LIMIT, 8192, NO_LIMIT, true);

    public EngineConfig {
        requirePositive("maxNumSeqs", maxNumSeqs);
        requirePositive("maxNumBatchedTokens", maxNumBatchedTokens);
        requirePositive("kvBlocks", kvBlocks);
    }

    /** An engine with this many slots and no other limit. */
    public static EngineConfig slots(int maxNumSeqs) {
        return UNLIMITED.withMaxNumSeqs(maxNumSeqs);
    }

    public EngineConfig withMaxNumSeqs(int sequences) {
        return new EngineConfig(sequences, maxNumBatchedTokens, kvBlocks, prefixCaching);
    }

    public EngineConfig withMaxNumBatchedTokens(int tokens) {
        return new EngineConfig(maxNumSeqs, tokens, kvBlocks, prefixCaching);
    }

    public EngineConfig withKvBlocks(int blocks) {
        return new EngineConfig(maxNumSeqs, maxNumBatchedTokens, blocks, prefixCaching);
    }

    public EngineConfig withPrefixCaching(boolean on) {
        return new EngineConfig(maxNumSeqs, maxNumBatchedTokens, kvBlocks, on);
    }

    /** Tokens that the KV cache holds. */
    public long kvTokens() {
        return (long) kvBlocks * BLOCK_TOKENS;
    }

    /** Whether the KV cache can run full at all; if not, its growth need not be followed token by token. */
    boolean kvCanRunFull() {
        return kvBlocks < NO_LIMIT;
    }

    private static void requirePositive(String name, int value) {
        if (value < 1 || value > NO_LIMIT) {
            throw new IllegalArgumentException(name + " is " + value + "; give 1 to " + NO_LIMIT);
        }
    }
}
