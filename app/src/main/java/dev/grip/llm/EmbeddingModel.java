package dev.grip.llm;

import java.util.List;

/** Turns texts into unit vectors. Implementations are thread-safe. */
public interface EmbeddingModel {

    /** The model's name, under which its cosine bounds are configured. */
    String name();

    int dimensions();

    /** One unit vector a text, in the order of the texts. */
    List<float[]> embed(List<String> texts);
}
