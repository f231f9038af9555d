package dev.grip.pipeline.spending;

import java.util.Comparator;

/** What calls are for: the stage (a prompt's name) and the model that answers. In the order of stages, then models. */
public record Purpose(String stage, String model) implements Comparable<Purpose> {

    private static final Comparator<Purpose> ORDER =
            Comparator.comparing(Purpose::stage).thenComparing(Purpose::model);

    @Override
    public int compareTo(Purpose other) {
        return ORDER.compare(this, other);
    }
}
