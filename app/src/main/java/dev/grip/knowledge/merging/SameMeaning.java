package dev.grip.knowledge.merging;

import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import java.util.Map;
import java.util.Set;

/** Asks a model whether two names mean the same knowledge point. */
final class SameMeaning {

    static final String SAME = "same";
    static final String DISTINCT = "distinct";
    static final String UNDECIDED = "undecided";

    private static final String PROMPT = "knowledge/check-same-meaning";

    private final Question<Boolean> model;

    SameMeaning(ChatModel model, PromptLibrary prompts) {
        PromptedModel prompted = new PromptedModel(model, prompts.require(PROMPT, Set.of("first", "second")));
        this.model = new Question<>(prompted, VerdictReader.trueFalse("Answer"));
    }

    /**
     * The evidence about one pair: {@code verdict} same, distinct or (an answer that could not be read) undecided, and who decided:
     * {@code cosine}, {@code spelling} or a model, whose {@code origin} is then kept too.
     */
    record Evidence(Pair pair, String verdict, String decidedBy, Map<String, Object> origin) {
        static Evidence same(Pair pair, String decidedBy) {
            return new Evidence(pair, SAME, decidedBy, Map.of());
        }
    }

    /** The names go in alphabetical order, so that a pair is one question whichever comes first. */
    Evidence ask(Pair pair, String one, String other) {
        boolean ordered = one.compareTo(other) <= 0;
        Question.Asked<Boolean> asked =
                model.ask(Map.of("first", ordered ? one : other, "second", ordered ? other : one));
        String verdict =
                asked.reading().value().map(same -> same ? SAME : DISTINCT).orElse(UNDECIDED);
        return new Evidence(
                pair, verdict, asked.origin().model(), asked.origin().properties());
    }
}
