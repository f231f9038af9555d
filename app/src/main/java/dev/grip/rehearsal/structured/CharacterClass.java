package dev.grip.rehearsal.structured;

import java.util.ArrayList;
import java.util.List;

/** Reads what follows the {@code [} of a class in a regular expression. */
final class CharacterClass {

    private final RegexText text;
    private final List<CharacterSet.Range> ranges = new ArrayList<>();

    private CharacterClass(RegexText text) {
        this.text = text;
    }

    static CharacterSet read(RegexText text) {
        boolean negated = text.accept('^');
        CharacterClass members = new CharacterClass(text);
        while (!text.accept(']')) {
            members.item();
        }
        CharacterSet others = CharacterSet.union(members.ranges).complement();
        CharacterSet chosen = negated ? others : others.complement();
        if (members.ranges.isEmpty() || chosen.isEmpty()) {
            throw text.refusal("a class without characters");
        }
        return chosen;
    }

    private void item() {
        CharacterSet low = member();
        if (text.peek() != '-' || text.peek(1) == ']') {
            ranges.addAll(low.ranges());
            return;
        }
        text.next();
        CharacterSet.Range range = new CharacterSet.Range(single(low), single(member()));
        if (range.to() < range.from()) {
            throw text.refusal("a range that runs backwards");
        }
        ranges.add(range);
    }

    private CharacterSet member() {
        char c = text.next();
        if (c == '\\') {
            return text.escape();
        }
        if (c == RegexText.END) {
            throw text.refusal("a [ without ]");
        }
        if (c == '[' || (c == '&' && text.peek() == '&') || Character.isSurrogate(c)) {
            throw text.refusal("an unescaped '" + c + "' inside a class");
        }
        return CharacterSet.of(c);
    }

    private int single(CharacterSet set) {
        CharacterSet.Range only = set.ranges().get(0);
        if (set.ranges().size() > 1 || only.from() != only.to()) {
            throw text.refusal("a range from or to \\d, \\w or \\s");
        }
        return only.from();
    }
}
