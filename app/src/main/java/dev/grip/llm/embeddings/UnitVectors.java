package dev.grip.llm.embeddings;

/** Vectors of length one, whose dot product is their cosine. */
public final class UnitVectors {

    private UnitVectors() {}

    /** Scales a vector to length one in place; false when it is empty, zero or not finite. */
    public static boolean normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            return false;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return true;
    }
}
