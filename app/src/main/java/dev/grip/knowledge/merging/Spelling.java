package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mentions that differ in nothing but spelling and are one from the start. The shortest text stands for them, then the alphabet. */
record Spelling(String normal, List<Mention> mentions) {

    static final Comparator<Mention> SHORTEST = Comparator.comparingInt(
                    (Mention mention) -> mention.text().length())
            .thenComparing(Mention::text)
            .thenComparing(Mention::key);

    /** Whatever order the mentions came in, the order of these is the same. */
    static final Comparator<Spelling> ORDER = Comparator.comparing(Spelling::normal)
            .thenComparing(spelling -> spelling.standing().text())
            .thenComparing(spelling -> spelling.standing().key());

    Spelling {
        mentions = mentions.stream().sorted(SHORTEST).toList();
    }

    /** The mention whose text is compared and asked about. */
    Mention standing() {
        return mentions.get(0);
    }

    /** The KP that some of them name already; they never name two. */
    @Nullable
    String knowledgePoint() {
        return mentions.stream()
                .map(Mention::knowledgePoint)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean given() {
        return mentions.stream().anyMatch(Mention::given);
    }
}
