package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The evidence for what was joined without a question: equal spellings, and cosines at the upper bound. */
final class Proofs {

    private final Situation situation;
    private final int questionsPerMention;

    Proofs(Situation situation, int questionsPerMention) {
        this.situation = situation;
        this.questionsPerMention = questionsPerMention;
    }

    /** Of everything in these classes that was not together before. */
    List<Finding> of(List<List<Integer>> classes) {
        List<Finding> proofs = new ArrayList<>();
        situation.near().spellings().forEach(one -> spelling(one, proofs));
        classes.forEach(names -> cosines(names, proofs));
        return proofs;
    }

    private void spelling(Spelling one, List<Finding> proofs) {
        Mention standing = one.standing();
        for (Mention mention : one.mentions().subList(1, one.mentions().size())) {
            if (!together(standing, mention)) {
                proofs.add(proof(standing, mention, 1, Finding.SPELLING));
            }
        }
    }

    private void cosines(List<Integer> names, List<Finding> proofs) {
        Relations relations = situation.relations();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (relations.said(names.get(i), names.get(j)) == Relation.UNKNOWN) {
                    Relations.Nearest nearest = relations.nearest(names.get(i), names.get(j));
                    Mention first = standing(nearest.first());
                    Mention second = standing(nearest.second());
                    boolean same = relations.byCosine(nearest.cosine()) == Relation.SAME;
                    if (same && !together(first, second)) {
                        proofs.add(proof(first, second, nearest.cosine(), Finding.COSINE));
                    }
                }
            }
        }
    }

    private Mention standing(int spelling) {
        return situation.near().spellings().get(spelling).standing();
    }

    private static boolean together(Mention first, Mention second) {
        return first.knowledgePoint() != null && Objects.equals(first.knowledgePoint(), second.knowledgePoint());
    }

    private Finding proof(Mention first, Mention second, double score, String decidedBy) {
        return new Finding(first.key(), second.key(), score, Finding.SAME, decidedBy, questionsPerMention, Map.of());
    }
}
