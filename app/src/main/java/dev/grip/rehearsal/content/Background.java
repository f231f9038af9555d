package dev.grip.rehearsal.content;

import java.util.List;
import java.util.Map;

/**
 * What simulated models know before they are asked: by problem text, the knowledge points that were recorded for it, and
 * the solutions of further problems, whose knowledge points they would name by rules. From both follows which knowledge
 * points go together.
 */
public record Background(Map<String, List<String>> recorded, Map<String, String> solved) {

    /** Nothing at all. */
    public static final Background NONE = new Background(Map.of(), Map.of());

    public Background {
        recorded = Map.copyOf(recorded);
        solved = Map.copyOf(solved);
    }
}
