package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mentions that passed the quality filter, by key; the vectors that the present embedding model gave their texts, by key; and
 * the keys of those that have one of another model instead.
 */
record Kept(List<Mention> mentions, Map<String, float[]> vectors, Set<String> stale) {

    boolean allNamed() {
        return mentions.stream().allMatch(mention -> mention.knowledgePoint() != null);
    }
}
