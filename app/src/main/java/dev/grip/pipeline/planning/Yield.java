package dev.grip.pipeline.planning;

/** What came of combinations: how many became problems, passed the judges, had a solution with an answer, and were accepted. */
public record Yield(long combinations, long problems, long passed, long solved, long accepted) {

    static final Yield NONE = new Yield(0, 0, 0, 0, 0);

    Yield plus(Yield other) {
        return new Yield(
                combinations + other.combinations,
                problems + other.problems,
                passed + other.passed,
                solved + other.solved,
                accepted + other.accepted);
    }

    /** The same shares as if only so many combinations had been seen, so that little is concluded from them. */
    Yield atMost(long trials) {
        if (combinations <= trials) {
            return this;
        }
        double part = (double) trials / combinations;
        return new Yield(
                trials,
                Math.round(problems * part),
                Math.round(passed * part),
                Math.round(solved * part),
                Math.round(accepted * part));
    }
}
