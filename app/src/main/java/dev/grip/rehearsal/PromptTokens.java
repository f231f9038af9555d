package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Prompt;
import java.util.Arrays;
import java.util.List;

/** Turns a conversation into what the engine prefills: its tokens, hashed block by block along the way. */
final class PromptTokens {

    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final int CHARACTERS = 4;
    private static final int FRAME = 4;

    private long hash;
    private int tokens;
    private long[] blocks = new long[64];

    private PromptTokens(String salt) {
        this.hash = 0xCBF29CE484222325L;
        mix(salt, 0, salt.length());
    }

    /** Prompts with another salt share no blocks with these. */
    static Prompt of(List<Conversation.Turn> turns, String salt) {
        PromptTokens all = new PromptTokens(salt);
        for (Conversation.Turn turn : turns) {
            all.frame(turn.role());
            all.text(turn.content());
        }
        return all.prompt();
    }

    /** A text without the frame of a message. */
    static Prompt of(String text) {
        PromptTokens all = new PromptTokens("");
        all.text(text);
        return all.prompt();
    }

    private void frame(String role) {
        mix(role, 0, role.length());
        for (int i = 0; i < FRAME; i++) {
            add();
        }
    }

    private void text(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = TokenCount.end(text, at);
            mix(text, at, end);
            add();
            at = end;
        }
    }

    private void mix(String text, int from, int to) {
        // Four characters fill a long, so that a token takes one multiplication.
        for (int i = from; i < to; i += CHARACTERS) {
            long word = 0;
            for (int k = i; k < Math.min(to, i + CHARACTERS); k++) {
                word = (word << Character.SIZE) | text.charAt(k);
            }
            hash = (hash ^ word) * PRIME;
            hash ^= hash >>> 32;
        }
    }

    private void add() {
        tokens++;
        if (tokens % EngineConfig.BLOCK_TOKENS == 0) {
            int block = tokens / EngineConfig.BLOCK_TOKENS - 1;
            blocks = block < blocks.length ? blocks : Arrays.copyOf(blocks, 2 * block);
            blocks[block] = hash;
        }
    }

    private Prompt prompt() {
        return new Prompt(tokens, Arrays.copyOf(blocks, tokens / EngineConfig.BLOCK_TOKENS), hash);
    }
}
