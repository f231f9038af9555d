package dev.grip.knowledge;

import dev.grip.llm.ChatModel;
import dev.grip.llm.PromptLibrary;
import dev.grip.llm.PromptedModel;
import dev.grip.llm.TrueFalse;
import java.util.Map;
import java.util.Set;

/** Asks a model whether two names mean the same knowledge point. */
final class SameMeaning {

    static final String SAME = "same";
    static final String DISTINCT = "distinct";

    private static final String PROMPT = "knowledge/check-same-meaning";

    private final PromptedModel model;

    SameMeaning(ChatModel model, PromptLibrary prompts) {
        this.model = new PromptedModel(model, prompts.require(PROMPT, Set.of("first", "second")));
    }

    /** The evidence about one pair: {@code verdict} same or distinct, and who decided: {@code cosine}, {@code spelling} or a model. */
    record Evidence(Pair pair, String verdict, String decidedBy) {}

    /** The names go in alphabetical order, so that a pair is one question whichever comes first. */
    Evidence ask(Pair pair, String one, String other) {
        boolean ordered = one.compareTo(other) <= 0;
        PromptedModel.Reply reply =
                model.ask(Map.of("first", ordered ? one : other, "second", ordered ? other : one), 0);
        boolean same = TrueFalse.parse(reply.answer()).filter(vote -> vote).isPresent();
        return new Evidence(pair, same ? SAME : DISTINCT, reply.origin().model());
    }
}
