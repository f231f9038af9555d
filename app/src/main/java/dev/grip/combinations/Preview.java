package dev.grip.combinations;

import java.util.List;

/** The first rows of a choice of combinations, and how many of these rows already have a problem. */
public record Preview(List<Combination> rows, long alreadyMade) {

    public Preview {
        rows = List.copyOf(rows);
    }
}
