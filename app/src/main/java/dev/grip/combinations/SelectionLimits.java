package dev.grip.combinations;

import java.time.Duration;

/** How long a person's query may take and how many rows it may return before it is stopped. */
public record SelectionLimits(Duration timeout, int maxRows) {

    /** Two minutes and a million rows. */
    public static final SelectionLimits USUAL = new SelectionLimits(Duration.ofMinutes(2), 1_000_000);
}
