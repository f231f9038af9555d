package dev.grip.knowledge.merging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins names to classes of one meaning by greedy complete link. Pairs are looked at nearest first; two classes are joined when every
 * name of one is the same as every name of the other, so A~B and B~C never join A and C that are distinct. Of the pairs across, those
 * that are unknown are asked, nearest first, and none once one is distinct or when not all can be paid for, because then no answer can
 * change anything.
 *
 * <p>Complete link is preferred to correlation clustering because every merge has a proof that a person can read (each pair of a class
 * was found the same) and every refusal names its pair, while a clustering of least total disagreement may overrule what was found
 * distinct. What it costs is a greedy order: a wrong "distinct" splits a class, which is the lesser error here.
 *
 * <p>Many questions are open at once: a pair waits only for earlier pairs that touch one of its two classes, since no other can change
 * what it depends on. The classes and the questions are therefore those of looking at one pair after the other, whatever the order of
 * answers. Not thread-safe.
 */
final class Linkage {

    private final Situation situation;
    private final Classes classes;
    private final Relations relations;
    private final Candidates candidates;
    private final Budget budget;
    private final IntPredicate joinable;
    private final Tally tally = new Tally();
    private final int[] at;
    private final BitSet done = new BitSet();
    private final BitSet asked = new BitSet();
    private final Set<Long> apart = new HashSet<>();
    private final Deque<Integer> changed = new ArrayDeque<>();
    private final Deque<Question> ready = new ArrayDeque<>();

    /** {@code joinable} says which KPs that are there may be joined with each other. */
    Linkage(Situation situation, int questionsPerMention, IntPredicate joinable) {
        this.situation = situation;
        this.classes = situation.classes();
        this.relations = situation.relations();
        this.candidates = situation.candidates();
        this.budget = new Budget(questionsPerMention, classes.size());
        this.joinable = joinable;
        this.at = new int[classes.size()];
        for (int name = 0; name < classes.size(); name++) {
            if (classes.members(name).length > 0) {
                changed.add(name);
            }
        }
    }

    /** Two names of which nothing is known yet. */
    record Open(int first, int second, double cosine) {}

    /** A pair a model is to be asked about, and the candidate that is decided by it. */
    record Question(int candidate, Open pair) {}

    /** The next question that waits for no answer; null when there is none now. When none is open either, all is decided. */
    @Nullable
    Question next() {
        settle();
        return ready.poll();
    }

    /** The answer to a question; null when it could not be read. */
    void answer(Question question, @Nullable Boolean same) {
        Open pair = question.pair();
        relations.learn(pair.first(), pair.second(), Boolean.TRUE.equals(same));
        budget.charge(pair.first(), pair.second());
        tally.asked(same == null);
        asked.clear(question.candidate());
        changed.add(classes.of(pair.first()));
        changed.add(classes.of(pair.second()));
    }

    Tally tally() {
        return tally;
    }

    private void settle() {
        while (!changed.isEmpty()) {
            advance(classes.of(changed.pop()));
        }
    }

    /** Decides a class's pairs, nearest first, up to one that has to wait. */
    private void advance(int one) {
        int current = one;
        for (int pair = head(current); pair >= 0 && !asked.get(pair); pair = head(current)) {
            int first = classes.of(candidates.first(pair));
            int second = classes.of(candidates.second(pair));
            int other = first == current ? second : first;
            if (first == second) {
                done.set(pair);
            } else if (head(other) == pair) {
                current = decide(pair, current, other);
            } else {
                return;
            }
        }
    }

    /** The nearest pair of a class that is not decided; -1 when there is none. */
    private int head(int one) {
        int head = Integer.MAX_VALUE;
        for (int name : classes.members(one)) {
            int count = candidates.countOf(name);
            while (at[name] < count && done.get(candidates.pairOf(name, at[name]))) {
                at[name]++;
            }
            if (at[name] < count) {
                head = Math.min(head, candidates.pairOf(name, at[name]));
            }
        }
        return head == Integer.MAX_VALUE ? -1 : head;
    }

    /** Returns the class that {@code one} is in afterwards. */
    private int decide(int pair, int one, int other) {
        List<Open> open = situation.mayJoin(one, other, joinable) ? open(one, other) : null;
        if (open != null && !open.isEmpty() && budget.affordsAll(open)) {
            asked.set(pair);
            ready.add(new Question(pair, open.get(0)));
            return one;
        }
        done.set(pair);
        changed.add(other);
        if (open == null) {
            return one;
        }
        if (open.isEmpty()) {
            return classes.join(one, other);
        }
        leaveOpen(one, other, open);
        return one;
    }

    private void leaveOpen(int one, int other, List<Open> open) {
        apart.add(Relations.code(one, other));
        Open unpaid = open.stream()
                .filter(pair -> !budget.affords(pair.first(), pair.second()))
                .findFirst()
                .orElse(open.get(open.size() - 1));
        tally.unasked(unpaid, budget.most());
    }

    /** The unknown pairs across two classes, nearest first; null when one is distinct. */
    private @Nullable List<Open> open(int one, int other) {
        boolean distinct = saidDistinct(one, other) || apart.contains(Relations.code(one, other));
        List<Open> open = new ArrayList<>();
        for (int first : classes.members(one)) {
            for (int second : classes.members(other)) {
                if (!distinct && relations.said(first, second) == Relation.UNKNOWN) {
                    double cosine = relations.nearest(first, second).cosine();
                    Relation relation = relations.byCosine(cosine);
                    distinct = relation == Relation.DISTINCT;
                    if (relation == Relation.UNKNOWN) {
                        open.add(new Open(Math.min(first, second), Math.max(first, second), cosine));
                    }
                }
            }
        }
        if (distinct) {
            apart.add(Relations.code(one, other));
            return null;
        }
        open.sort(Comparator.comparingDouble((Open pair) -> -pair.cosine())
                .thenComparingInt(Open::first)
                .thenComparingInt(Open::second));
        return open;
    }

    /** Earlier answers are charged like questions, so that a build that was broken off goes on as if it had not been. */
    private boolean saidDistinct(int one, int other) {
        boolean distinct = false;
        for (int first : classes.members(one)) {
            for (int second : classes.members(other)) {
                if (relations.useFirst(first, second)) {
                    budget.charge(first, second);
                    tally.known();
                }
                distinct |= relations.said(first, second) == Relation.DISTINCT;
            }
        }
        return distinct;
    }
}
