package dev.grip.knowledge.merging;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Names to be joined and all that is known about them, before a question is asked. */
record Situation(Near near, Names names, Relations relations, Candidates candidates, Classes classes) {

    /** How many neighbours of a name are looked at, as a multiple of what may be asked about it: many need no question. */
    private static final int LOOK = 4;

    private static final int LEAST_LOOK = 8;

    /** {@code keepClasses}: with the KPs that are there; otherwise as if there were none. */
    static Situation of(Near near, Findings findings, MergingRules rules, boolean keepClasses) {
        Names names = Names.of(near.spellings(), findings, keepClasses);
        Relations relations = new Relations(names, near.cosines(), rules.bounds());
        Map<String, Integer> places = near.places();
        findings.all().stream()
                .filter(one -> !one.verdict().equals(Finding.UNASKED) && !one.open(rules.questionsPerMention()))
                .filter(one -> places.containsKey(one.first()) && places.containsKey(one.second()))
                .forEach(one -> know(relations, names, places, one));
        Candidates candidates = Candidates.of(near.with(findings), names);
        return new Situation(near, names, relations, candidates, new Classes(homes(names, keepClasses)));
    }

    private static void know(Relations relations, Names names, Map<String, Integer> places, Finding one) {
        int first = names.of(places.getOrDefault(one.first(), 0));
        int second = names.of(places.getOrDefault(one.second(), 0));
        if (first != second) {
            relations.know(first, second, one.same(), one.byPerson());
        }
    }

    private static int[] homes(Names names, boolean keepClasses) {
        int[] homes = new int[names.size()];
        Map<String, Integer> numbers = new HashMap<>();
        for (int name = 0; name < homes.length; name++) {
            String known = keepClasses ? names.knowledgePoint(name) : null;
            homes[name] = known == null ? -1 : numbers.computeIfAbsent(known, id -> numbers.size());
        }
        return homes;
    }

    /** How many nearest neighbours of a mention to look for. */
    static int reach(int questionsPerMention) {
        return Math.max(LEAST_LOOK, LOOK * questionsPerMention);
    }

    /**
     * How many questions there can be at most: every question is one of those that one of its two names may have, and no name can have
     * more than it has unknown neighbours.
     */
    long mostQuestions(int questionsPerMention, IntPredicate joinable) {
        long[] unknown = new long[names.size()];
        long pairs = 0;
        for (int pair = 0; pair < candidates.size(); pair++) {
            int a = candidates.first(pair);
            int b = candidates.second(pair);
            if (mayJoin(classes.of(a), classes.of(b), joinable) && relations.of(a, b) == Relation.UNKNOWN) {
                unknown[a]++;
                unknown[b]++;
                pairs++;
            }
        }
        return bound(unknown, pairs, questionsPerMention);
    }

    /** {@code joinable} says which KPs that are there may be joined with each other. */
    boolean mayJoin(int one, int other, IntPredicate joinable) {
        boolean bothThere = classes.fixed(one) && classes.fixed(other);
        return one != other && (!bothThere || (joinable.test(one) && joinable.test(other)));
    }

    private long bound(long[] unknown, long pairs, int questionsPerMention) {
        long sum = 0;
        boolean all = true;
        for (int name = 0; name < unknown.length; name++) {
            boolean more = !near.complete() && candidates.countOf(name) >= reach(questionsPerMention);
            all &= !more;
            sum += more ? questionsPerMention : Math.min(questionsPerMention, unknown[name]);
        }
        return all ? Math.min(sum, pairs) : sum;
    }
}
