package dev.grip.llm.fleet;

/** How patient a fleet is, how often it looks at its servers, and the clock it lives by. */
record FleetPolicy(RetryPolicy retries, LoadWatch.Rhythm rhythm, Tempo tempo) {

    /** The usual one with the patience of these settings. */
    static FleetPolicy of(ModelSettings settings) {
        RetryPolicy usual = RetryPolicy.DEFAULT;
        var retries = new RetryPolicy(usual.attempts(), usual.first(), usual.longest(), settings.patience());
        return new FleetPolicy(retries, LoadWatch.Rhythm.DEFAULT, Tempo.SYSTEM);
    }

    static final FleetPolicy DEFAULT = new FleetPolicy(RetryPolicy.DEFAULT, LoadWatch.Rhythm.DEFAULT, Tempo.SYSTEM);
}
