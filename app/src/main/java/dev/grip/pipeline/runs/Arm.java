package dev.grip.pipeline.runs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Regions;

/** Combinations that a steered run takes more or fewer of: those of one kind in one region. Its text is the kind, a space and the region. */
record Arm(Kind kind, String region) {

    /** All combinations of a kind. */
    static Arm of(Kind kind) {
        return new Arm(kind, Regions.WHOLE);
    }

    @JsonCreator
    static Arm of(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? of(Kind.valueOf(text))
                : new Arm(Kind.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    @JsonValue
    String text() {
        return region.equals(Regions.WHOLE) ? kind.name() : kind.name() + " " + region;
    }
}
