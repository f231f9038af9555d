package dev.grip.dataset;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which two problem texts are the same whatever their case, punctuation, spacing and Unicode spelling. */
final class NormalText {

    private NormalText() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
