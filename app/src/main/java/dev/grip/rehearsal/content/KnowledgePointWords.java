package dev.grip.rehearsal.content;

import java.util.List;
import java.util.Locale;

/** A knowledge point as story blocks look at it: lower-case, every word after one space. */
record KnowledgePointWords(String name, String words) {

    static KnowledgePointWords of(String name) {
        return new KnowledgePointWords(name, ' ' + name.toLowerCase(Locale.ROOT).replace('-', ' '));
    }

    static List<KnowledgePointWords> all(List<String> names) {
        return names.stream().distinct().map(KnowledgePointWords::of).toList();
    }
}
