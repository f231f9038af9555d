package dev.grip.dataset;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which two problem texts are the same whatever their case, punctuation, spacing and Unicode spelling. Signs of
 * mathematics stay, so that "5 + 3" and "5 / 3" are two texts; hyphens do not, so that "real-world" and "real world" are one.
 */
final class NormalText {

    private NormalText() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{Sm}^*/%&&[^~]]+", " ")
                .replaceAll(" ?([\\p{Sm}^*/%]) ?", "$1")
                .strip();
    }
}
