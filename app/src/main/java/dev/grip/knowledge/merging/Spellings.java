package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts mentions by spelling: those of one spelling are together unless they name two KPs or a person keeps them apart. */
final class Spellings {

    /** Mentions with a KP first, so that the others find it. */
    private static final Comparator<Mention> KNOWN_FIRST = Comparator.comparing(
                    (Mention mention) -> mention.knowledgePoint() == null ? "~" : mention.knowledgePoint())
            .thenComparing(Spelling.SHORTEST);

    private Spellings() {}

    /** In an order that depends on the texts alone. */
    static List<Spelling> of(List<Mention> mentions, Findings findings) {
        Map<String, List<Mention>> byNormal = new TreeMap<>();
        mentions.forEach(
                mention -> byNormal.computeIfAbsent(Mention.normal(mention.text()), normal -> new ArrayList<>())
                        .add(mention));
        List<Spelling> spellings = new ArrayList<>();
        byNormal.forEach(
                (normal, alike) -> parts(alike, findings).forEach(part -> spellings.add(new Spelling(normal, part))));
        spellings.sort(Spelling.ORDER);
        return spellings;
    }

    private static List<List<Mention>> parts(List<Mention> alike, Findings findings) {
        List<List<Mention>> parts = new ArrayList<>();
        for (Mention mention : alike.stream().sorted(KNOWN_FIRST).toList()) {
            parts.stream()
                    .filter(part -> fits(part, mention, findings))
                    .findFirst()
                    .orElseGet(() -> begin(parts))
                    .add(mention);
        }
        return parts;
    }

    private static boolean fits(List<Mention> part, Mention mention, Findings findings) {
        String known = mention.knowledgePoint();
        return known == null
                ? !findings.keptApart(List.of(mention), part)
                : known.equals(part.get(0).knowledgePoint());
    }

    private static List<Mention> begin(List<List<Mention>> parts) {
        List<Mention> part = new ArrayList<>();
        parts.add(part);
        return part;
    }
}
