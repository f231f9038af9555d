package dev.grip.knowledge.merging;

import dev.grip.llm.Calls;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the questions of a linkage to a model, as many at once as are ready, and hands on every answer as a finding. */
final class Interview {

    private final Situation situation;
    private final Linkage linkage;
    private final SameMeaning model;
    private final int questionsPerMention;

    Interview(Situation situation, Linkage linkage, SameMeaning model, int questionsPerMention) {
        this.situation = situation;
        this.linkage = linkage;
        this.model = model;
        this.questionsPerMention = questionsPerMention;
    }

    private record Answered(Linkage.Question question, Finding finding, @Nullable Boolean same) {}

    /** Asks until all is decided. */
    void run(Calls calls, Consumer<Finding> findings) {
        calls.each(this::ready, this::ask, answered -> {
            linkage.answer(answered.question(), answered.same());
            findings.accept(answered.finding());
        });
    }

    private Answered ask(Linkage.Question question) {
        Spelling[] pair = nearest(question.pair());
        String first = pair[0].standing().text();
        SameMeaning.Answer answer = model.ask(first, pair[1].standing().text());
        Boolean same = answer.same().orElse(null);
        String verdict = same == null ? Finding.UNDECIDED : same ? Finding.SAME : Finding.DISTINCT;
        Finding finding = new Finding(
                pair[0].standing().key(),
                pair[1].standing().key(),
                question.pair().cosine(),
                verdict,
                answer.origin().model(),
                questionsPerMention,
                answer.origin().properties());
        return new Answered(question, finding, same);
    }

    /** A pair that was left open, as a finding. */
    Finding unasked(Linkage.Open open) {
        Spelling[] pair = nearest(open);
        return new Finding(
                pair[0].standing().key(),
                pair[1].standing().key(),
                open.cosine(),
                Finding.UNASKED,
                Finding.BUDGET,
                questionsPerMention,
                java.util.Map.of());
    }

    private Spelling[] nearest(Linkage.Open pair) {
        Relations.Nearest nearest = situation.relations().nearest(pair.first(), pair.second());
        return new Spelling[] {
            situation.near().spellings().get(nearest.first()),
            situation.near().spellings().get(nearest.second())
        };
    }

    /** What is ready now; an answer may make more ready, so a false {@code hasNext} is not the end while answers are awaited. */
    private Iterator<Linkage.Question> ready() {
        return new Iterator<>() {
            private Linkage.@Nullable Question next;

            @Override
            public boolean hasNext() {
                next = next == null ? linkage.next() : next;
                return next != null;
            }

            @Override
            public Linkage.Question next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException();
                }
                Linkage.Question question = next;
                next = null;
                return question;
            }
        };
    }
}
