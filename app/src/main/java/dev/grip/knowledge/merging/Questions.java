package dev.grip.knowledge.merging;

/**
 * Questions of a merge about pairs of names: {@code planned} at most, {@code asked} in fact, {@code known} from earlier answers instead,
 * {@code unasked} because a mention's questions were used up, and answers that could not be read. The last two are taken as distinct.
 */
public record Questions(long planned, long asked, long known, long unasked, long undecided) {

    static final Questions NONE = new Questions(0, 0, 0, 0, 0);
}
