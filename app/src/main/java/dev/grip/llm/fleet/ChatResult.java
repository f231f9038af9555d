package dev.grip.llm.fleet;

import dev.grip.llm.Answer;
import java.util.Map;

/** The answers of one chat call by their index; those that were not given or are not usable are absent. */
record ChatResult(Map<Integer, Answer> answers) {

    /** How many tokens were generated for them. */
    int tokens() {
        return answers.values().stream()
                .mapToInt(answer -> answer.usage().completionTokens())
                .sum();
    }
}
