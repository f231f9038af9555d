package dev.grip.rehearsal.structured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Characters of the basic plane without surrogates, as ranges that are sorted and do not touch. */
record CharacterSet(List<Range> ranges) {

    private static final Range SURROGATES = new Range('\uD800', '\uDFFF');
    private static final Range PRINTABLE = new Range(' ', '~');

    static final CharacterSet DIGITS = of(new Range('0', '9'));
    static final CharacterSet WORD =
            of(new Range('0', '9'), new Range('A', 'Z'), new Range('_', '_'), new Range('a', 'z'));
    static final CharacterSet SPACE = of(new Range('\t', '\r'), new Range(' ', ' '));
    static final CharacterSet ANY = of(
                    new Range('\n', '\n'),
                    new Range('\r', '\r'),
                    new Range('\u0085', '\u0085'),
                    new Range('\u2028', '\u2029'))
            .complement();

    /** From one character to another, both included. */
    record Range(int from, int to) {}

    static CharacterSet of(Range... ranges) {
        return union(List.of(ranges));
    }

    static CharacterSet of(char c) {
        return of(new Range(c, c));
    }

    static CharacterSet union(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && range.from() <= merged.get(last).to() + 1) {
                Range before = merged.get(last);
                merged.set(last, new Range(before.from(), Math.max(before.to(), range.to())));
            } else {
                merged.add(range);
            }
        }
        return new CharacterSet(List.copyOf(merged));
    }

    boolean contains(char c) {
        return ranges.stream().anyMatch(range -> range.from() <= c && c <= range.to());
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    CharacterSet complement() {
        List<Range> taken = new ArrayList<>(ranges);
        taken.add(SURROGATES);
        List<Range> gaps = new ArrayList<>();
        int from = 0;
        for (Range range : union(taken).ranges()) {
            if (range.from() > from) {
                gaps.add(new Range(from, range.from() - 1));
            }
            from = range.to() + 1;
        }
        if (from <= Character.MAX_VALUE) {
            gaps.add(new Range(from, Character.MAX_VALUE));
        }
        return new CharacterSet(List.copyOf(gaps));
    }

    /** One of them, printable where there is a printable one. */
    char pick(Chance chance) {
        List<Range> printable = ranges.stream()
                .map(range -> new Range(Math.max(range.from(), PRINTABLE.from()), Math.min(range.to(), PRINTABLE.to())))
                .filter(range -> range.from() <= range.to())
                .toList();
        List<Range> from = printable.isEmpty() ? ranges : printable;
        int at = chance.below(from.stream().mapToInt(CharacterSet::size).sum());
        for (Range range : from) {
            if (at < size(range)) {
                return (char) (range.from() + at);
            }
            at -= size(range);
        }
        throw new IllegalStateException("An empty set has no character to pick");
    }

    private static int size(Range range) {
        return range.to() - range.from() + 1;
    }
}
