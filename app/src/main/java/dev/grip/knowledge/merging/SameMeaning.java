package dev.grip.knowledge.merging;

import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a model whether two names mean the same knowledge point. */
final class SameMeaning {

    private static final String PROMPT = "knowledge/check-same-meaning";

    private final Question<Boolean> model;

    SameMeaning(ChatModel model, PromptLibrary prompts) {
        PromptedModel prompted = new PromptedModel(model, prompts.require(PROMPT, Set.of("first", "second")));
        this.model = new Question<>(prompted, VerdictReader.trueFalse("Answer"));
    }

    /** True, false or, when it could not be read, nothing. */
    record Answer(Optional<Boolean> same, Origin origin) {}

    /** The names go in alphabetical order, so that a pair is one question whichever comes first. */
    Answer ask(String one, String other) {
        boolean ordered = one.compareTo(other) <= 0;
        Question.Asked<Boolean> asked =
                model.ask(Map.of("first", ordered ? one : other, "second", ordered ? other : one));
        return new Answer(asked.reading().value(), asked.origin());
    }
}
