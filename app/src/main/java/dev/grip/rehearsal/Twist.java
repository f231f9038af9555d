package dev.grip.rehearsal;

import dev.grip.rehearsal.faults.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fault does to the answer itself, before it goes on the wire. */
record Twist(@Nullable Effect effect) {

    static final Twist NONE = new Twist(null);

    /** The model that the answer names. */
    String model(String model) {
        return effect instanceof Effect.OtherModel other ? other.model() : model;
    }

    List<Choice> choices(List<Choice> choices) {
        if (effect instanceof Effect.FewerChoices) {
            return choices.subList(0, choices.size() - 1);
        }
        if (effect instanceof Effect.ShuffledChoices) {
            List<Choice> reversed = new ArrayList<>(choices);
            Collections.reverse(reversed);
            return reversed;
        }
        return choices.stream().map(this::choice).toList();
    }

    private Choice choice(Choice choice) {
        if (effect instanceof Effect.FinishReason finish) {
            return finished(choice, finish.reason());
        }
        if (effect instanceof Effect.NoFinish) {
            return choice.withFinishReason(null);
        }
        if (effect instanceof Effect.NullContent) {
            return choice.withText(choice.reasoning(), null);
        }
        return effect instanceof Effect.ReasoningOnly ? choice.withText(choice.text(), null) : choice;
    }

    private static Choice finished(Choice choice, String reason) {
        Choice finished = choice.withFinishReason(reason);
        String content = choice.content();
        if (content == null || !(reason.equals("length") || reason.equals("abort"))) {
            return finished;
        }
        return finished.withText(choice.reasoning(), half(content));
    }

    private static String half(String text) {
        return TokenCount.first(TokenCount.of(text) / 2, text);
    }
}
