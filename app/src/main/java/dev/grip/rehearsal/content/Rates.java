package dev.grip.rehearsal.content;

/** Checks of configured rates. */
final class Rates {

    private Rates() {}

    static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; give a number from 0 to 1");
        }
    }
}
