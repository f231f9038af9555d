package dev.grip.llm.fleet;

/** Fleets with the clock and patience of a test. */
final class FleetPolicies {

    private FleetPolicies() {}

    static FleetConnection fleet(Tempo tempo) {
        return fleet(RetryPolicy.DEFAULT, tempo);
    }

    static FleetConnection fleet(RetryPolicy retries, Tempo tempo) {
        return new FleetConnection(new FleetPolicy(retries, LoadWatch.Rhythm.DEFAULT, tempo));
    }
}
