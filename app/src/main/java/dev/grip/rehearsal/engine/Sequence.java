package dev.grip.rehearsal.engine;

import org.jspecify.annotations.Nullable;

/**
 * One answer on its way through the engine, from the queue to its last token. Made by a caller, then the engine's: only the
 * engine changes it, and a caller learns of it through its {@link Listener}.
 */
public final class Sequence {

    private static final BlockPool.Block[] NONE = {};
    private static final double SLOWEST = 1.7;
    private static final double FASTEST = 0.3;

    final Plan plan;
    final Listener listener;

    State state = State.NEW;
    long arrived;

    /** How many times slower than others it is. */
    double weight = 1;

    int generated;

    /** Prompt tokens that were in the prefix cache when it got its blocks. */
    int computed;

    /** The same for the first time it got them, which is what its caller hears; -1 before. */
    int cachedTokens = -1;

    /** Its neighbours among the running ones. */
    @Nullable
    Sequence earlier;

    @Nullable
    Sequence later;

    /** What it has coming in the phase it is in; anything else that was planned for it is void. */
    @Nullable
    Object due;

    private BlockPool.Block[] shared = NONE;
    private int blocks;

    public Sequence(Plan plan, Listener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * What a sequence is going to need; its length is known beforehand, because what is said is made up beforehand.
     *
     * @param prompt the tokens that are prefilled
     * @param outputTokens 0 for work that is prefill alone, such as an embedding
     * @param chunkTokens how many tokens apart the listener hears of progress; 0 for at the end only
     * @param index which of the sequences with this prompt it is; with the prompt it decides its jitter
     * @param finishReason under what it is counted at its end
     */
    public record Plan(Prompt prompt, int outputTokens, int chunkTokens, int index, String finishReason) {

        public Plan {
            if (outputTokens < 0 || chunkTokens < 0) {
                throw new IllegalArgumentException("A plan has " + outputTokens + " tokens in chunks of " + chunkTokens
                        + "; neither can be negative");
            }
        }
    }

    /** Hears what becomes of a sequence. Called without the engine's lock, on any thread, perhaps late and out of order. */
    public interface Listener {

        /** So many tokens are there. */
        void reached(int tokens);

        /** All tokens are there; so many of the prompt were in the prefix cache. */
        void finished(int cachedTokens);

        /** The engine died, and the sequence with it. */
        void failed();
    }

    enum State {
        NEW,
        WAITING,
        STARTING,
        PREFILLING,
        DECODING,
        GONE
    }

    void setJitter(double jitter) {
        weight = Math.max(FASTEST, Math.min(SLOWEST, 1 + jitter * plan.prompt().normal(plan.index())));
    }

    /** Tokens with keys and values in the cache. */
    int tokens() {
        return plan.prompt().tokens() + generated;
    }

    boolean complete() {
        return generated >= plan.outputTokens();
    }

    /** Prompt tokens that are still to be computed, and, after a preemption, its own ones as well. */
    int toPrefill() {
        return tokens() - computed;
    }

    /** Takes its blocks from the pool; false if there are too few. */
    boolean takeBlocks(BlockPool pool, boolean prefixCaching) {
        long[] hashes = prefixCaching ? plan.prompt().blocks() : Prompt.NO_BLOCKS;
        // The last token is always computed, because the next one follows from it.
        int most = Math.min(hashes.length, Math.max(0, tokens() - 1) / EngineConfig.BLOCK_TOKENS);
        int hits = pool.cached(hashes, most);
        int needed = blocksNeeded();
        BlockPool.Block[] taken = pool.take(hashes, hits, needed);
        if (taken == null) {
            return false;
        }
        shared = taken;
        blocks = needed;
        computed = hits * EngineConfig.BLOCK_TOKENS;
        return true;
    }

    /** Sees to it that there is a block for the next token; false if the pool has none. */
    boolean takeNextBlock(BlockPool pool) {
        while (blocks < blocksNeeded()) {
            if (!pool.takeOne()) {
                return false;
            }
            blocks++;
        }
        return true;
    }

    void releaseBlocks(BlockPool pool) {
        pool.release(shared, blocks - shared.length);
        shared = NONE;
        blocks = 0;
    }

    /** Tokens to the next thing to look at: a chunk, a full block if those matter, or the end. */
    int nextStretch(boolean followBlocks) {
        int left = plan.outputTokens() - generated;
        int chunk = plan.chunkTokens();
        int toChunk = chunk == 0 ? left : chunk - generated % chunk;
        int toBlock = followBlocks ? blocks * EngineConfig.BLOCK_TOKENS - tokens() : left;
        return Math.max(1, Math.min(left, Math.min(toChunk, toBlock)));
    }

    /** Whether somebody is to hear that it got this far. */
    boolean atChunk() {
        int chunk = plan.chunkTokens();
        return chunk > 0 && (generated == 1 || generated % chunk == 0 || complete());
    }

    private int blocksNeeded() {
        return tokens() / EngineConfig.BLOCK_TOKENS + 1;
    }
}
