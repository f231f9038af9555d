package dev.grip.rehearsal.content;

import java.util.Arrays;
import java.util.List;

/** The four operations, each with the beginnings of words that name it. */
enum Operation {
    ADDITION('+'),
    SUBTRACTION('-'),
    MULTIPLICATION('*'),
    DIVISION('/');

    /** Words that make an operation a subject of its own: adding fractions is not adding. */
    private static final List<String> OWN_SUBJECTS =
            List.of(" fraction", " decimal", " percent", " equation", " digit");

    private final char symbol;

    Operation(char symbol) {
        this.symbol = symbol;
    }

    /** Whether the text names an operation that the steps of the block use. */
    static boolean anyNamed(String text, StoryBlock block) {
        return OWN_SUBJECTS.stream().noneMatch(text::contains)
                && Arrays.stream(values()).anyMatch(one -> block.calculatesWith(one.symbol) && one.named(text));
    }

    private boolean named(String text) {
        return words().stream().anyMatch(text::contains);
    }

    private List<String> words() {
        return switch (this) {
            case ADDITION -> List.of(" add", " sum");
            case SUBTRACTION -> List.of(" subtract", " differen", " remain", " minus", " left");
            case MULTIPLICATION -> List.of(" multipl", " product", " times", " repeated addition");
            case DIVISION -> List.of(" divi", " quotient");
        };
    }
}
