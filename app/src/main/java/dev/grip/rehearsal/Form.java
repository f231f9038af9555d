package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.wire.Event;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an endpoint writes down an answer: chat messages or bare text. */
interface Form {

    /** The whole answer. */
    ObjectNode whole(List<Choice> choices, Usage usage);

    /** What a stream says of a choice before anything else, if it does. */
    Optional<Event> opening(Choice choice);

    /** A piece of what a choice says. */
    Event piece(Choice choice, Piece piece);

    /** From one character of {@link Choice#text} to another, and the tokens so far if the stream is to tell. */
    record Piece(int from, int to, @Nullable Usage usage) {}

    Event finish(Choice choice);

    Event usage(Usage usage);
}
