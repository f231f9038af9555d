package dev.grip.knowledge.curation;

import dev.grip.knowledge.curation.CurationException.Kind;
import dev.grip.knowledge.curation.CurationRepository.Found;
import dev.grip.knowledge.curation.CurationRepository.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds knowledge points by id, by name or by a part of what they are called. */
public final class KnowledgePoints {

    private static final Set<String> STATUSES = Set.of("active", "banned", "merged");
    private static final Pattern ID = Pattern.compile("kp-[0-9a-f]{24}");
    private static final int SHOWN = 80;

    private final CurationRepository repository;

    public KnowledgePoints(CurationRepository repository) {
        this.repository = repository;
    }

    /** At most {@code limit} whose name, alias, mention or id holds {@code text}, the most required first; all without a text. */
    public List<KnowledgePoint> list(@Nullable String text, @Nullable String status, int limit) {
        if (status != null && !STATUSES.contains(status)) {
            throw new IllegalArgumentException("status is '" + status + "'; it must be one of active, banned, merged");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        return repository.list(text == null || text.isBlank() ? null : text.strip(), status, limit);
    }

    /** The id of the one that is meant by an id or by a name, whose case counts only when several differ in nothing else. */
    public String require(String text) {
        return require("knowledge point", text);
    }

    /** The same where {@code kinds} says what else would have done. */
    public String require(String kinds, String text) {
        return find(text).orElseThrow(() -> unknown(kinds, text));
    }

    /** The same, empty when there is none. Throws CurationException when several could be meant. */
    public Optional<String> find(String text) {
        String wanted = text.strip();
        List<Found> found = repository.find(wanted);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Found first = found.get(0);
        List<Found> equals = found.stream()
                .filter(other -> other.status().equals(first.status()) && other.exact() == first.exact())
                .toList();
        if (first.id().equals(wanted) || equals.size() == 1) {
            return Optional.of(first.id());
        }
        throw new CurationException(
                Kind.CONFLICT,
                equals.size() + " knowledge points are called '" + shown(wanted) + "': "
                        + equals.stream()
                                .map(one -> "'" + one.name() + "' (" + one.id() + ")")
                                .collect(Collectors.joining(", "))
                        + "; give the id");
    }

    /** What mentions can be moved to: one that is there, empty when the text is a free name. A merged one's name is free, its id is not. */
    Optional<String> target(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Optional<String> id = find(text);
        if (id.isEmpty() && ID.matcher(text).matches()) {
            throw unknown("knowledge point", text);
        }
        return id.filter(found ->
                found.equals(text) || !repository.find(found).get(0).status().equals("merged"));
    }

    private CurationException unknown(String kinds, String text) {
        String wanted = text.strip();
        List<Named> names = repository.names();
        Optional<Named> alias = names.stream()
                .filter(named -> named.alias().equalsIgnoreCase(wanted))
                .findFirst();
        String none = "There is no " + kinds + " '" + shown(wanted) + "'";
        if (alias.isPresent()) {
            return new CurationException(
                    Kind.UNKNOWN,
                    none + ": it is called '" + alias.get().name() + "' now ("
                            + alias.get().id() + ")");
        }
        List<String> near =
                NearestNames.of(wanted, names.stream().map(Named::name).toList());
        return new CurationException(
                Kind.UNKNOWN,
                none
                        + (near.isEmpty()
                                ? ", and no name like it"
                                : "; the nearest names are '" + String.join("', '", near) + "'"));
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cc}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
