package dev.grip.seeds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A solved problem to start from; {@code knowledgePoints} are the names its file gave, usually none. */
public record Seed(
        String id,
        String problem,
        String solution,
        @Nullable String answer,
        @Nullable String subject,
        @Nullable String level,
        String source,
        List<String> knowledgePoints) {

    public Seed {
        knowledgePoints = List.copyOf(knowledgePoints);
    }
}
