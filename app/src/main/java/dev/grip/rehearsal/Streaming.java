package dev.grip.rehearsal;

import dev.grip.rehearsal.wire.Event;
import dev.grip.rehearsal.wire.Outlet;

/**
 * An answer as server-sent events: roles, then the text in pieces as the tokens come, each choice's finish, the usage if it was
 * asked for, {@code [DONE]}. After the head an error can only be one more event.
 */
final class Streaming implements Answering {

    private final Spoken spoken;
    private final int chunkTokens;
    private final boolean withUsage;
    private final int[] sentTokens;
    private final int[] sentCharacters;
    private boolean opened;

    Streaming(Spoken spoken, int chunkTokens, boolean withUsage) {
        this.spoken = spoken;
        this.chunkTokens = chunkTokens;
        this.withUsage = withUsage;
        this.sentTokens = new int[spoken.choices().size()];
        this.sentCharacters = new int[spoken.choices().size()];
    }

    @Override
    public void begin(Outlet outlet) {
        outlet.open();
    }

    @Override
    public void reached(Outlet outlet, int sequence, int tokens) {
        sayRoles(outlet);
        Choice choice = spoken.choices().get(sequence);
        String text = choice.text();
        while (sentTokens[sequence] < tokens && sentCharacters[sequence] < text.length()) {
            // The first token comes alone, the others a chunk at a time.
            int count = sentTokens[sequence] == 0 ? 1 : chunkTokens - sentTokens[sequence] % chunkTokens;
            int from = sentCharacters[sequence];
            int to = pieceEnd(choice, from, Math.min(count, tokens - sentTokens[sequence]));
            sentTokens[sequence] += count;
            sentCharacters[sequence] = to;
            outlet.event(spoken.form().piece(choice, from, to));
        }
    }

    /** Thoughts and content never share a piece. */
    private static int pieceEnd(Choice choice, int from, int tokens) {
        String reasoning = choice.reasoning();
        int end = TokenCount.end(choice.text(), from, tokens);
        return reasoning != null && from < reasoning.length() ? Math.min(end, reasoning.length()) : end;
    }

    @Override
    public void finished(Outlet outlet, int sequence) {
        reached(outlet, sequence, Integer.MAX_VALUE);
        outlet.event(spoken.form().finish(spoken.choices().get(sequence)));
    }

    @Override
    public void complete(Outlet outlet, int cachedTokens) {
        if (withUsage) {
            outlet.event(spoken.form().usage(spoken.usage(cachedTokens)));
        }
        close(outlet);
    }

    @Override
    public void failed(Outlet outlet, WireException error) {
        outlet.event(spoken.error(error));
        close(outlet);
    }

    private void sayRoles(Outlet outlet) {
        if (!opened) {
            opened = true;
            spoken.choices().forEach(choice -> spoken.form().opening(choice).ifPresent(outlet::event));
        }
    }

    private static void close(Outlet outlet) {
        outlet.event(Event.DONE);
        outlet.end();
    }
}
