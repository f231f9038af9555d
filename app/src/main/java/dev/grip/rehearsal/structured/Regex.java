package dev.grip.rehearsal.structured;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A regular expression as a tree. It can be matched in time linear in the text (sets of positions, no backtracking) and
 * written, and a wanted part can be placed in it.
 */
sealed interface Regex {

    /** Where matches end that begin at one of these positions. */
    BitSet ends(String text, BitSet starts);

    /** Appends a text it matches. */
    void write(RegexDraft draft);

    /** How much work the shortest text is, at least 1. */
    long cost();

    /**
     * Puts the part into places where it fits, later ones first, with what must stand around it, until one is taken: whether
     * one was.
     */
    boolean place(String part, RegexDraft draft, Predicate<RegexDraft> taken);

    default boolean matches(String text) {
        return ends(text, start()).get(text.length());
    }

    private static BitSet start() {
        BitSet start = new BitSet();
        start.set(0);
        return start;
    }

    /** One character of a set. */
    record One(CharacterSet set) implements Regex {

        @Override
        public BitSet ends(String text, BitSet starts) {
            BitSet ends = new BitSet(text.length() + 1);
            starts.stream()
                    .filter(at -> at < text.length() && set.contains(text.charAt(at)))
                    .forEach(at -> ends.set(at + 1));
            return ends;
        }

        @Override
        public void write(RegexDraft draft) {
            draft.add(set.pick(draft.chance()));
        }

        @Override
        public long cost() {
            return 1;
        }

        @Override
        public boolean place(String part, RegexDraft draft, Predicate<RegexDraft> taken) {
            return matches(part) && taken.test(draft.with(part));
        }
    }

    /** One after the other. */
    record Sequence(List<Regex> parts) implements Regex {

        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public BitSet ends(String text, BitSet starts) {
            BitSet at = starts;
            for (Regex part : parts) {
                at = part.ends(text, at);
            }
            return at;
        }

        @Override
        public void write(RegexDraft draft) {
            parts.forEach(part -> part.write(draft));
        }

        @Override
        public long cost() {
            return RegexDraft.bounded(1 + parts.stream().mapToLong(Regex::cost).sum());
        }

        @Override
        public boolean place(String part, RegexDraft draft, Predicate<RegexDraft> taken) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                RegexDraft before = draft.copy();
                parts.subList(0, i).forEach(one -> one.write(before));
                int next = i + 1;
                if (placeAcross(i, part, before, taken)
                        || parts.get(i).place(part, before, placed -> taken.test(ended(placed, next)))) {
                    return true;
                }
            }
            return false;
        }

        /** Several parts in a row may take it together. */
        private boolean placeAcross(int first, String part, RegexDraft before, Predicate<RegexDraft> taken) {
            BitSet at = parts.get(first).ends(part, start());
            for (int i = first + 1; i < parts.size() && !at.isEmpty(); i++) {
                at = parts.get(i).ends(part, at);
                if (at.get(part.length()) && taken.test(ended(before.with(part), i + 1))) {
                    return true;
                }
            }
            return false;
        }

        private RegexDraft ended(RegexDraft draft, int from) {
            RegexDraft whole = draft.copy();
            parts.subList(from, parts.size()).forEach(one -> one.write(whole));
            return whole;
        }
    }

    /** Any of them. */
    record Either(List<Regex> options) implements Regex {

        public Either {
            options = List.copyOf(options);
        }

        @Override
        public BitSet ends(String text, BitSet starts) {
            BitSet ends = new BitSet(text.length() + 1);
            options.forEach(option -> ends.or(option.ends(text, starts)));
            return ends;
        }

        @Override
        public void write(RegexDraft draft) {
            draft.chance().pick(options).write(draft);
        }

        @Override
        public long cost() {
            return RegexDraft.bounded(
                    1 + options.stream().mapToLong(Regex::cost).sum());
        }

        @Override
        public boolean place(String part, RegexDraft draft, Predicate<RegexDraft> taken) {
            return options.stream().anyMatch(option -> option.place(part, draft, taken));
        }
    }

    /** A number of times; {@code most} is Integer.MAX_VALUE if there is no limit. */
    record Repeat(Regex body, int least, int most) implements Regex {

        @Override
        public BitSet ends(String text, BitSet starts) {
            BitSet at = starts;
            for (int i = 0; i < least && !at.isEmpty(); i++) {
                at = body.ends(text, at);
            }
            BitSet ends = (BitSet) at.clone();
            for (int i = least; i < most && !at.isEmpty(); i++) {
                at = body.ends(text, at);
                at.andNot(ends);
                ends.or(at);
            }
            return ends;
        }

        @Override
        public void write(RegexDraft draft) {
            int times = draft.times(least, most);
            for (int i = 0; i < times; i++) {
                body.write(draft);
            }
        }

        @Override
        public long cost() {
            return RegexDraft.bounded(1 + Math.max(1L, least) * body.cost());
        }

        @Override
        public boolean place(String part, RegexDraft draft, Predicate<RegexDraft> taken) {
            if (most == 0) {
                return false;
            }
            if (matches(part) && taken.test(draft.with(part))) {
                return true;
            }
            RegexDraft before = draft.copy();
            for (int i = 1; i < least; i++) {
                body.write(before);
            }
            return body.place(part, before, taken);
        }
    }
}
