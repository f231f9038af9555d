package dev.grip.kprg.combinations;

import java.util.List;

/**
 * The place of one combination in the order of all: kinds as declared, sizes ascending, then members ascending by index.
 * It does not depend on the filters, so that a listing may go on with others.
 *
 * @param members indexes, ascending
 * @param copy 0, or the number of the repetition of a ONE_HOP pair listed by weight
 */
public record Position(Kind kind, List<Integer> members, int copy) {

    public Position {
        members = List.copyOf(members);
    }
}
