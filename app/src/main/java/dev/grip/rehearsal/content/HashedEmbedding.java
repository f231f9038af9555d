package dev.grip.rehearsal.content;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A vector of unit length made from the words and letter triples of a text, each hashed to a place and a sign (feature
 * hashing, Weinberger et al. 2009): texts that share many of them point the same way. It knows nothing of meaning.
 */
public final class HashedEmbedding {

    /** How long every vector is. */
    public static final int DIMENSIONS = 384;

    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LETTERS = 3;

    private HashedEmbedding() {}

    /** The vector of a text; the first axis if it has neither letters nor digits. */
    public static float[] of(String text) {
        float[] vector = new float[DIMENSIONS];
        PARTING.splitAsStream(text.toLowerCase(Locale.ROOT)).forEach(word -> addWord(vector, word));
        return toUnitLength(vector);
    }

    private static void addWord(float[] vector, String word) {
        if (word.isEmpty()) {
            return;
        }
        add(vector, word, 1.0f);
        String framed = '^' + word + '$';
        for (int i = 0; i + LETTERS <= framed.length(); i++) {
            add(vector, framed.substring(i, i + LETTERS), 0.5f);
        }
    }

    private static void add(float[] vector, String feature, float weight) {
        Dice dice = Dice.of(feature);
        int place = dice.below(DIMENSIONS);
        vector[place] += dice.chance(0.5) ? weight : -weight;
    }

    private static float[] toUnitLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        if (squares == 0) {
            vector[0] = 1;
            return vector;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
