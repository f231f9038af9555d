package dev.grip.pipeline.planning;

/**
 * How fast work goes: of the combinations worked on at once (at most {@code atOnce}), the share whose request is out at a time. What is
 * known of a small run, in which most of them wait for the last ones, says little of a large one, so the interval is wide then.
 */
record Pace(int atOnce, double seen, double busy) {

    /** Share of combinations at work whose request is out, while nothing is known. */
    private static final double USUAL = 0.7;

    /** {@code inFlight} requests were out on average in a run of {@code combinations}; 0 when unknown. */
    static Pace of(int atOnce, double inFlight, long combinations) {
        double most = Math.min(atOnce, Math.max(1, combinations));
        return inFlight <= 0
                ? new Pace(atOnce, 0, USUAL)
                : new Pace(atOnce, inFlight, Math.min(1, Math.max(0.01, inFlight / most)));
    }

    /** Requests that are out in a large run. */
    double steady() {
        return atOnce * busy;
    }

    /** How long so many combinations take whose requests are out for {@code seconds} in sum. */
    Interval time(Interval seconds, long combinations) {
        if (combinations <= 0) {
            return Interval.ZERO;
        }
        double most = Math.min(atOnce, combinations);
        double usual = most * busy;
        double slow = seen > 0 ? Math.min(seen, usual) : usual / 2;
        return new Interval(seconds.low() / most, seconds.expected() / usual, seconds.high() / slow);
    }
}
