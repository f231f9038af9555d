package dev.grip.rehearsal;

import dev.grip.rehearsal.wire.Event;
import dev.grip.rehearsal.wire.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * An answer as server-sent events: roles, then the text in pieces as the tokens come, each choice's finish, the usage if it was
 * asked for, {@code [DONE]}. After the head an error can only be one more event.
 */
final class Streaming implements Answering {

    private final Spoken spoken;
    private final Style style;
    private final int[] sentTokens;
    private final int[] sentCharacters;
    private boolean opened;

    /** Tokens in an event, whether usage comes at the end, and whether every event with text has it. */
    record Style(int tokens, boolean usage, boolean usageAlways) {}

    Streaming(Spoken spoken, Style style) {
        this.spoken = spoken;
        this.style = style;
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
            int count = sentTokens[sequence] == 0 ? 1 : style.tokens() - sentTokens[sequence] % style.tokens();
            int from = sentCharacters[sequence];
            int to = pieceEnd(choice, from, Math.min(count, tokens - sentTokens[sequence]));
            sentTokens[sequence] += count;
            sentCharacters[sequence] = to;
            outlet.event(spoken.form().piece(choice, new Form.Piece(from, to, soFar())));
        }
    }

    private @Nullable Usage soFar() {
        int tokens = 0;
        for (int i = 0; style.usageAlways() && i < sentTokens.length; i++) {
            tokens += Math.min(sentTokens[i], spoken.choices().get(i).tokens());
        }
        return style.usageAlways() ? new Usage(spoken.counting().promptTokens(), tokens, 0, 0, false) : null;
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
        if (style.usage()) {
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
