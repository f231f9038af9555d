package dev.grip.knowledge.merging;

import dev.grip.graph.Key;
import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns classes into what is written of them; a class that has not changed is not written. */
final class ClassRecords {

    /** Who named a KP when a seed file did, and when nobody did but the most usual of its names stands for it. */
    static final String GIVEN = "given";

    static final String REPRESENTATIVE = "representative";

    /** A given name before an extracted one; then the one most seeds carry, then the shortest, then the alphabet. */
    static final Comparator<Mention> REPRESENTS = Comparator.comparing((Mention mention) -> !mention.given())
            .thenComparing(mention -> -mention.seeds())
            .thenComparing(Spelling.SHORTEST);

    private final Situation situation;
    private final Set<String> ids;

    /** {@code ids} of all KPs. */
    ClassRecords(Situation situation, Set<String> ids) {
        this.situation = situation;
        this.ids = ids;
    }

    List<ClassRecord> of(List<List<Integer>> classes) {
        return classes.stream().map(this::record).flatMap(Optional::stream).toList();
    }

    private Optional<ClassRecord> record(List<Integer> names) {
        List<Mention> mentions =
                names.stream().flatMap(situation.names()::mentions).toList();
        List<String> points = points(mentions);
        String id = points.isEmpty() ? newId(mentions) : points.get(0);
        List<String> joining = mentions.stream()
                .filter(mention -> !id.equals(mention.knowledgePoint()))
                .map(Mention::key)
                .toList();
        return joining.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClassRecord(
                        id,
                        naming(names, mentions),
                        joining,
                        points.isEmpty() ? List.of() : points.subList(1, points.size()),
                        points.isEmpty()));
    }

    /** The KPs of these mentions; the one that goes on first: that of a given name, then of most seeds, then by id. */
    private static List<String> points(List<Mention> mentions) {
        Map<String, Long> seeds = new HashMap<>();
        Set<String> given = mentions.stream()
                .filter(Mention::given)
                .map(Mention::knowledgePoint)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        mentions.stream()
                .filter(mention -> mention.knowledgePoint() != null)
                .forEach(mention ->
                        seeds.merge(Objects.requireNonNull(mention.knowledgePoint()), mention.seeds(), Long::sum));
        return seeds.keySet().stream()
                .sorted(Comparator.comparing((String id) -> !given.contains(id))
                        .thenComparing(id -> -seeds.getOrDefault(id, 0L))
                        .thenComparing(id -> id))
                .toList();
    }

    private ClassRecord.Naming naming(List<Integer> names, List<Mention> mentions) {
        Mention best = mentions.stream().min(REPRESENTS).orElseThrow();
        return new ClassRecord.Naming(best.text(), standing(names, best), namedBy(names, best));
    }

    private @Nullable String namedBy(List<Integer> names, Mention best) {
        if (best.given()) {
            return GIVEN;
        }
        boolean several = names.size() > 1 || situation.names().spellings(names.get(0)).length > 1;
        return several ? null : REPRESENTATIVE;
    }

    /** The mention that stands for the spelling of this one. */
    private String standing(List<Integer> names, Mention best) {
        return names.stream()
                .flatMapToInt(name -> Arrays.stream(situation.names().spellings(name)))
                .mapToObj(situation.near().spellings()::get)
                .filter(spelling -> spelling.mentions().contains(best))
                .map(spelling -> spelling.standing().key())
                .findFirst()
                .orElseThrow();
    }

    /** After the name that represents it first; that name may have gone to another KP by now. */
    private String newId(List<Mention> mentions) {
        Mention best = mentions.stream().min(REPRESENTS).orElseThrow();
        List<Object> parts = new ArrayList<>(List.of("knowledge point", Mention.normal(best.text())));
        String id = "kp-" + Key.of(parts);
        parts.add(mentions.stream().min(Spelling.SHORTEST).orElseThrow().key());
        return ids.add(id) ? id : "kp-" + Key.of(parts);
    }
}
