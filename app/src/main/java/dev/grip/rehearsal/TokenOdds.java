package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Dice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each token of an answer was, and what might have stood in its place: made up, the same for the same text, and of
 * the right kind, so that beside {@code True} there is {@code False} and beside a digit there are its neighbours.
 */
final class TokenOdds {

    private static final List<String> COMMON = List.of(
            " the", ",", ".", " a", " is", " of", "\n", " and", " to", " that", " in", ":", " we", " it", " so", " for",
            " are", " be", " as", " with");
    private static final List<String> VERDICTS =
            List.of("True", "False", "true", "false", "Yes", "No", "yes", "no", "A", "B", "C", "D");
    private static final double LEAST_LIKELY = 0.5;
    private static final double SHARE_OF_NEXT = 0.6;

    private TokenOdds() {}

    /** One token: its text, the logarithm of its probability, and the likeliest in its place, itself first. */
    record Token(String text, double logprob, Map<String, Double> top) {}

    /** The tokens from one character of a text to another, each with so many alternatives. */
    static List<Token> of(String text, int from, int to, int top) {
        List<Token> tokens = new ArrayList<>();
        int at = from;
        while (at < to) {
            int end = Math.min(to, TokenCount.end(text, at));
            tokens.add(token(text.substring(at, end), at, top));
            at = end;
        }
        return tokens;
    }

    private static Token token(String text, int position, int top) {
        double unlikely = Math.pow(Dice.of(text, Integer.toString(position)).fraction(), 3);
        double probability = 0.9999 - (1 - LEAST_LIKELY) * unlikely;
        Map<String, Double> likeliest = new LinkedHashMap<>();
        likeliest.put(text, Math.log(probability));
        double rest = 1 - probability;
        for (String other : alternatives(text)) {
            if (likeliest.size() >= top) {
                break;
            }
            if (!likeliest.containsKey(other)) {
                likeliest.put(other, Math.log(rest * SHARE_OF_NEXT));
                rest *= 1 - SHARE_OF_NEXT;
            }
        }
        return new Token(text, Math.log(probability), top == 0 ? Map.of() : likeliest);
    }

    private static List<String> alternatives(String text) {
        String word = text.strip();
        List<String> others = new ArrayList<>();
        if (word.length() == 1 && Character.isDigit(word.charAt(0))) {
            digits(word.charAt(0) - '0', others);
        } else if (VERDICTS.contains(word)) {
            String space = text.startsWith(" ") ? " " : "";
            VERDICTS.subList(VERDICTS.indexOf(word) / 2 * 2, VERDICTS.size()).forEach(one -> others.add(space + one));
        }
        others.addAll(COMMON);
        return others;
    }

    private static void digits(int digit, List<String> others) {
        for (int distance = 1; distance < 10; distance++) {
            if (digit + distance < 10) {
                others.add(Integer.toString(digit + distance));
            }
            if (digit >= distance) {
                others.add(Integer.toString(digit - distance));
            }
        }
    }
}
