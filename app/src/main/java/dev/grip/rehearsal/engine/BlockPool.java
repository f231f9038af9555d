package dev.grip.rehearsal.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The KV cache in blocks. Full blocks of prompts are known by their hash and shared; when nobody holds them any more they
 * stay, least recently used first in line for eviction, as long as there is room.
 */
final class BlockPool {

    /** Known blocks that nobody holds, at most; keeps the memory of an unlimited pool small. */
    private static final int MOST_IDLE = 65_536;

    private final Map<Long, Block> known = new HashMap<>();
    private final Block idle = Block.anchor();
    private int idleCount;
    private int total;
    private int held;

    BlockPool(int total) {
        this.total = total;
    }

    /** One full block of a prompt; while nobody holds it, a link of the list of idle blocks. */
    static final class Block {
        private final long hash;
        private int holders;
        private Block older;
        private Block newer;

        private Block(long hash) {
            this.hash = hash;
            this.older = this;
            this.newer = this;
        }

        private static Block anchor() {
            return new Block(0);
        }

        private void unlink() {
            older.newer = newer;
            newer.older = older;
        }

        private void linkBefore(Block anchor) {
            older = anchor.older;
            newer = anchor;
            older.newer = this;
            anchor.older = this;
        }
    }

    int total() {
        return total;
    }

    int held() {
        return held;
    }

    /** How many blocks at the beginning of a prompt are there. */
    int cached(long[] prompt, int atMost) {
        int hits = 0;
        while (hits < atMost && known.containsKey(prompt[hits])) {
            hits++;
        }
        return hits;
    }

    /** Takes blocks for a sequence, the first {@code hits} from those that are there; null if there is no room for all. */
    Block @Nullable [] take(long[] prompt, int hits, int blocks) {
        int fresh = blocks - hits;
        int woken = 0;
        for (int i = 0; i < hits; i++) {
            woken += known(prompt[i]).holders == 0 ? 1 : 0;
        }
        if (held + woken + fresh > total) {
            return null;
        }
        Block[] taken = new Block[prompt.length];
        for (int i = 0; i < prompt.length; i++) {
            taken[i] = i < hits ? hold(known(prompt[i])) : add(prompt[i]);
        }
        held += blocks - prompt.length;
        evict();
        return taken;
    }

    /** One more block for a sequence that grows; false if there is none. */
    boolean takeOne() {
        if (held >= total) {
            return false;
        }
        held++;
        evict();
        return true;
    }

    /** Gives back a sequence's shared blocks and so many of its own. */
    void release(Block[] shared, int own) {
        // From the end, so that of one prompt the beginning stays longest.
        for (int i = shared.length - 1; i >= 0; i--) {
            Block block = shared[i];
            if (--block.holders == 0) {
                held--;
                rest(block);
            }
        }
        held -= own;
        evict();
    }

    void resize(int blocks) {
        total = blocks;
        evict();
    }

    private Block known(long hash) {
        Block block = known.get(hash);
        if (block == null) {
            throw new IllegalStateException("Block " + hash + " is not in the cache");
        }
        return block;
    }

    private Block hold(Block block) {
        if (block.holders++ == 0) {
            block.unlink();
            idleCount--;
            held++;
        }
        return block;
    }

    /** A block that was cached behind one that was evicted is found here again. */
    private Block add(long hash) {
        return hold(known.computeIfAbsent(hash, this::rested));
    }

    private Block rested(long hash) {
        Block block = new Block(hash);
        rest(block);
        return block;
    }

    private void rest(Block block) {
        block.linkBefore(idle);
        idleCount++;
    }

    private void evict() {
        int room = Math.min(MOST_IDLE, total - held);
        while (idleCount > room && idleCount > 0) {
            Block oldest = idle.newer;
            oldest.unlink();
            known.remove(oldest.hash);
            idleCount--;
        }
    }
}
