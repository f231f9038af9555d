package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Prompt;
import java.util.Arrays;
import java.util.List;

/** Turns a conversation into what the engine prefills: its tokens, hashed block by block along the way. */
final class PromptTokens {

    private static final long PRIME = 0x100000001B3L;
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
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
    }

    private void add() {
        tokens++;
        if (tokens % EngineConfig.BLOCK_TOKENS == 0) {
            int block = tokens / EngineConfig.BLOCK_TOKENS - 1;
            blocks = block < blocks.length ? blocks : Arrays.copyOf(blocks, 2 * block);
            blocks[block] = hash ^ (hash >>> 29);
        }
    }

    private Prompt prompt() {
        return new Prompt(tokens, Arrays.copyOf(blocks, tokens / EngineConfig.BLOCK_TOKENS), hash);
    }
}
