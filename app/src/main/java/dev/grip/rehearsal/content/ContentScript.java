package dev.grip.rehearsal.content;

/**
 * Decides what a simulated model says, freely: a {@link Speaker} brings it into the form asked for. Must depend on the
 * conversation alone and be quick: it runs on an event loop.
 */
@FunctionalInterface
public interface ContentScript {

    String answer(Conversation conversation);
}
