package dev.grip.pipeline.work;

import dev.grip.combinations.Combination;
import dev.grip.judging.DifficultyRating.Rating;
import dev.grip.judging.Judgement;
import dev.grip.judging.Verdict;
import dev.grip.llm.Charge;
import dev.grip.synthesis.Problem;
import dev.grip.synthesis.Solution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One combination and all that was made of it so far, in this run, an earlier attempt or another run; everything by the key of the
 * call that gives it. Used by one thread at a time, except for the outcome.
 */
final class Making {

    private final Combination combination;
    private final Map<String, Judgement> votes = new HashMap<>();
    private final Map<String, Rating> ratings = new HashMap<>();
    private final Map<String, Solution> solutions = new HashMap<>();
    private final Map<String, String> verdicts = new HashMap<>();
    private final List<Charge> charges = new ArrayList<>();
    private @Nullable Problem problem;
    private volatile @Nullable Outcome outcome;

    Making(Combination combination) {
        this.combination = combination;
    }

    Combination combination() {
        return combination;
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    void problem(Problem made) {
        problem = made;
    }

    Map<String, Judgement> votes() {
        return votes;
    }

    Map<String, Rating> ratings() {
        return ratings;
    }

    Map<String, Solution> solutions() {
        return solutions;
    }

    /** Notes a verdict on the node with this key; whether it is another one than the graph has. */
    boolean decides(String key, Verdict verdict, OptionalDouble score) {
        String now = verdict.word() + score;
        return !now.equals(verdicts.put(key, now));
    }

    /** A call for it has ended; called by the thread that works on it. */
    void charge(Charge charge) {
        charges.add(charge);
    }

    /** What its calls used since this was last asked. */
    List<Charge> takeCharges() {
        List<Charge> taken = List.copyOf(charges);
        charges.clear();
        return taken;
    }

    /** What came of it; null while it is being worked on. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Nothing replaces what is impossible. */
    synchronized void outcome(Outcome came) {
        if (!(outcome instanceof Outcome.Impossible)) {
            outcome = came;
        }
    }
}
