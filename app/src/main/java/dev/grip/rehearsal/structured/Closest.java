package dev.grip.rehearsal.structured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Finds which of several texts means what was said: the same words, a synonym, or the nearest number. */
final class Closest {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,9})?");
    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}._]+|\\.$");

    private Closest() {}

    /** The text that fits, if one does. */
    static Optional<String> of(FreeAnswer said, List<String> choices) {
        return same(said.text(), choices)
                .or(() -> same(said.lastLine(), choices))
                .or(() -> same(said.value(), choices))
                .or(() -> nearest(said, choices))
                .or(() -> naming(Spellings.words(said), choices))
                .or(() -> other(said, choices))
                .or(() -> judged(said, choices));
    }

    private static Optional<String> same(String text, List<String> choices) {
        return choices.stream()
                .filter(choice -> choice.strip().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** The choice that is one of these words, else the only one that contains one of them. */
    private static Optional<String> naming(List<String> words, List<String> choices) {
        for (String word : words) {
            Optional<String> same = same(word, choices);
            if (same.isPresent()) {
                return same;
            }
        }
        for (String word : words) {
            List<String> containing =
                    choices.stream().filter(choice -> contains(choice, word)).toList();
            if (containing.size() == 1) {
                return Optional.of(containing.get(0));
            }
        }
        return Optional.empty();
    }

    private static boolean contains(String choice, String word) {
        return PARTING.splitAsStream(choice.toLowerCase(Locale.ROOT)).anyMatch(word::equals);
    }

    /** Of two choices the one that does not say the opposite. */
    private static Optional<String> other(FreeAnswer said, List<String> choices) {
        if (choices.size() != 2 || said.truth().isEmpty()) {
            return Optional.empty();
        }
        return naming(Spellings.truth(!said.truth().get()), choices)
                .map(opposite -> choices.get(opposite.equals(choices.get(0)) ? 1 : 0));
    }

    private static Optional<String> judged(FreeAnswer said, List<String> choices) {
        OptionalDouble share = said.share();
        if (share.isEmpty()) {
            return Optional.empty();
        }
        return naming(Spellings.level(share.getAsDouble()), choices)
                .or(() -> naming(Spellings.truth(share.getAsDouble() >= 0.5), choices));
    }

    /** Among numbers up to 1 the nearest to the share said; on a longer scale the nearest at the same height. */
    private static Optional<String> nearest(FreeAnswer said, List<String> choices) {
        OptionalDouble share = said.share();
        List<BigDecimal> numbers = new ArrayList<>();
        for (String choice : choices) {
            if (NUMBER.matcher(choice.strip()).matches()) {
                numbers.add(new BigDecimal(choice.strip()));
            }
        }
        if (share.isEmpty() || numbers.size() < choices.size()) {
            return Optional.empty();
        }
        double wanted = onScaleOf(numbers, share.getAsDouble());
        int best = 0;
        for (int i = 1; i < numbers.size(); i++) {
            if (distance(numbers.get(i), wanted) < distance(numbers.get(best), wanted)) {
                best = i;
            }
        }
        return Optional.of(choices.get(best));
    }

    private static double onScaleOf(List<BigDecimal> numbers, double share) {
        double low = numbers.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high =
                numbers.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        return high <= 1 ? share : low + share * (high - low);
    }

    private static double distance(BigDecimal number, double wanted) {
        return Math.abs(number.doubleValue() - wanted);
    }
}
