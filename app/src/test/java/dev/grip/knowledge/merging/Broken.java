package dev.grip.knowledge.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A linkage that ends in the middle, with several questions open; what was answered by then is kept as found. */
final class Broken {

    private Broken() {}

    /** The pairs that were asked about. */
    static Set<Set<String>> off(Drawn drawn, Drawn.Judge judge, Random random) {
        Situation situation = drawn.situation(true);
        Linkage linkage = new Linkage(situation, drawn.questionsPerMention(), one -> false);
        Set<Set<String>> asked = new HashSet<>();
        List<Linkage.Question> open = new ArrayList<>();
        while (true) {
            for (Linkage.Question ready = linkage.next(); ready != null; ready = linkage.next()) {
                open.add(ready);
            }
            if (open.isEmpty() || random.nextInt(8) == 0) {
                return asked;
            }
            Linkage.Question question = open.remove(random.nextInt(open.size()));
            String one = Drawn.text(situation, question.pair().first());
            String other = Drawn.text(situation, question.pair().second());
            Boolean same = judge.same(one, other);
            linkage.answer(question, same);
            asked.add(Set.of(one, other));
            String verdict = same == null ? Finding.UNDECIDED : same ? Finding.SAME : Finding.DISTINCT;
            drawn.found(one, other, verdict, "a model");
        }
    }
}
