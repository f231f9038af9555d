package dev.grip.rehearsal.structured;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of the usual regular expressions that can be written: literals, classes, {@code \d \w \s} and their
 * opposites, groups, {@code |}, {@code ? * +} and {@code {m,n}}, and anchors at the ends, where they change nothing since
 * a text matches as a whole. Refuses everything else by name.
 */
final class RegexReader {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 32;

    private final RegexText text;
    private int depth;

    private RegexReader(RegexText text) {
        this.text = text;
    }

    static Regex read(String field, String pattern) {
        RegexText text = new RegexText(field, pattern);
        if (pattern.length() > LONGEST || pattern.indexOf(RegexText.END) >= 0) {
            throw text.refusal("more than " + LONGEST + " characters, or a null character,");
        }
        Regex regex = new RegexReader(text).either();
        if (text.peek() == ')') {
            throw text.refusal("a ) without (");
        }
        if (regex.cost() > RegexDraft.MOST_COST) {
            throw text.refusal("texts of more than " + RegexDraft.MOST_COST + " characters");
        }
        return regex;
    }

    private Regex either() {
        List<Regex> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (text.accept('|'));
        return options.size() == 1 ? options.get(0) : new Regex.Either(options);
    }

    private Regex sequence() {
        if (depth == 0) {
            text.accept('^');
        }
        List<Regex> parts = new ArrayList<>();
        while (text.peek() != RegexText.END && text.peek() != '|' && text.peek() != ')') {
            if (depth == 0 && endsHere()) {
                text.next();
                break;
            }
            parts.add(quantified(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new Regex.Sequence(parts);
    }

    private boolean endsHere() {
        return text.peek() == '$' && (text.peek(1) == RegexText.END || text.peek(1) == '|');
    }

    private Regex atom() {
        char c = text.next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Regex.One(CharacterClass.read(text));
            case '.' -> new Regex.One(CharacterSet.ANY);
            case '\\' -> new Regex.One(text.escape());
            case '^', '$' -> throw text.refusal("the anchor " + c + " inside");
            case '*', '+', '?', '{' -> throw text.refusal(c + " with nothing to repeat");
            default -> new Regex.One(CharacterSet.of(c));
        };
    }

    private Regex group() {
        if (text.accept('?') && !text.accept(':')) {
            throw text.refusal("(?" + text.peek());
        }
        if (++depth > DEEPEST) {
            throw text.refusal("more than " + DEEPEST + " groups in each other");
        }
        Regex inside = either();
        depth--;
        if (!text.accept(')')) {
            throw text.refusal("a ( without )");
        }
        return inside;
    }

    private Regex quantified(Regex atom) {
        int start = text.place();
        Regex repeated =
                switch (text.peek()) {
                    case '?' -> repeat(atom, 0, 1);
                    case '*' -> repeat(atom, 0, Integer.MAX_VALUE);
                    case '+' -> repeat(atom, 1, Integer.MAX_VALUE);
                    case '{' -> counted(atom);
                    default -> atom;
                };
        if (text.place() > start && "?*+{".indexOf(text.peek()) >= 0) {
            throw text.refusal("the quantifier " + text.since(start) + text.peek());
        }
        return repeated;
    }

    private Regex repeat(Regex atom, int least, int most) {
        text.next();
        return new Regex.Repeat(atom, least, most);
    }

    private Regex counted(Regex atom) {
        text.next();
        int least = number();
        int most = least;
        if (text.accept(',')) {
            most = text.peek() == '}' ? Integer.MAX_VALUE : number();
        }
        if (!text.accept('}') || most < least) {
            throw text.refusal("a { that is not {m}, {m,} or {m,n}");
        }
        return new Regex.Repeat(atom, least, most);
    }

    private int number() {
        int start = text.place();
        while (text.peek() >= '0' && text.peek() <= '9' && text.place() - start < 6) {
            text.next();
        }
        if (text.place() == start) {
            throw text.refusal("a { that is not {m}, {m,} or {m,n}");
        }
        return Integer.parseInt(text.since(start));
    }
}
