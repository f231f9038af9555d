package dev.grip.rehearsal.content;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Whole-number expressions of + - * / mod and parentheses over named values. Exact or nothing: a division with a rest, an
 * unknown name or an overflow has no value. One pass, and nesting is bounded.
 */
final class Arithmetic {

    private static final int DEEPEST = 32;

    private final String text;
    private final Map<String, Long> values;
    private int at;
    private int depth;

    private Arithmetic(String text, Map<String, Long> values) {
        this.text = text;
        this.values = values;
    }

    static OptionalLong evaluate(String text, Map<String, Long> values) {
        Arithmetic reading = new Arithmetic(text, values);
        try {
            long value = reading.sum();
            return reading.peek() == '\0' ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private long sum() {
        long value = product();
        while (true) {
            if (accept('+')) {
                value = Math.addExact(value, product());
            } else if (accept('-')) {
                value = Math.subtractExact(value, product());
            } else {
                return value;
            }
        }
    }

    private long product() {
        long value = factor();
        while (true) {
            if (accept('*')) {
                value = Math.multiplyExact(value, factor());
            } else if (accept('/')) {
                value = divide(value, factor());
            } else if (acceptModulo()) {
                value = Math.floorMod(value, factor());
            } else {
                return value;
            }
        }
    }

    private long factor() {
        if (accept('(')) {
            if (++depth > DEEPEST) {
                throw new ArithmeticException("too deep");
            }
            long value = sum();
            depth--;
            require(accept(')'));
            return value;
        }
        String word = word();
        require(!word.isEmpty());
        if (Character.isDigit(word.charAt(0))) {
            return number(word);
        }
        Long value = values.get(word);
        if (value == null) {
            throw new ArithmeticException("no value for " + word);
        }
        return value;
    }

    private static long divide(long value, long divisor) {
        require(divisor != 0 && value % divisor == 0);
        return value / divisor;
    }

    private static long number(String digits) {
        require(digits.length() <= 15 && digits.chars().allMatch(c -> c >= '0' && c <= '9'));
        return Long.parseLong(digits);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new ArithmeticException("no exact value");
        }
    }

    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean accept(char symbol) {
        if (peek() != symbol) {
            return false;
        }
        at++;
        return true;
    }

    private boolean acceptModulo() {
        if (peek() != 'm' || !text.startsWith("mod ", at)) {
            return false;
        }
        at += 4;
        return true;
    }

    private String word() {
        peek();
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }
}
