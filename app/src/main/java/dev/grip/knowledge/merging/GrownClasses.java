package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The classes as they are in the graph: the number of the KP of every spelling, and the KPs' names by that number. */
record GrownClasses(List<Integer> numberOf, List<String> names) {

    /** A spelling whose mentions have no KP yet is a class of its own. */
    static GrownClasses of(List<Spelling> spellings, List<Mention> mentions, Map<String, String> nameOfId) {
        Map<String, String> idOfKey = new HashMap<>();
        mentions.forEach(
                mention -> idOfKey.put(mention.key(), Objects.requireNonNullElse(mention.knowledgePoint(), "")));
        Map<String, Integer> numberOfId = new HashMap<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Spelling spelling : spellings) {
            String id = idOfKey.getOrDefault(spelling.standing().key(), "");
            String known = id.isEmpty() ? spelling.standing().key() : id;
            numbers.add(numberOfId.computeIfAbsent(known, key -> {
                names.add(nameOfId.getOrDefault(id, spelling.standing().text()));
                return names.size() - 1;
            }));
        }
        return new GrownClasses(numbers, names);
    }

    int[] numbers() {
        return numberOf.stream().mapToInt(Integer::intValue).toArray();
    }
}
