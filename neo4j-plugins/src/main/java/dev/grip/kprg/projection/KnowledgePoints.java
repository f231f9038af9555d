package dev.grip.kprg.projection;

import java.util.Arrays;

/** The knowledge points of a projection in the order of their ids, with what finds their nodes again. */
final class KnowledgePoints {

    private final String[] ids;
    private final String[] elementIds;

    /** Takes over both arrays; {@code ids} ascending and without duplicates. */
    KnowledgePoints(String[] ids, String[] elementIds) {
        this.ids = ids;
        this.elementIds = elementIds;
    }

    int size() {
        return ids.length;
    }

    String id(int index) {
        return ids[index];
    }

    String elementId(int index) {
        return elementIds[index];
    }

    int indexOf(String id) {
        return Arrays.binarySearch(ids, id);
    }

    /** Changes when a knowledge point comes, goes or becomes another node: the indexes of a projection depend on it. */
    String fingerprint() {
        var fingerprint = new Fingerprint();
        for (int index = 0; index < ids.length; index++) {
            fingerprint.add(ids[index]).add(elementIds[index]);
        }
        return fingerprint.text();
    }

    long bytes() {
        long bytes = 0;
        for (int index = 0; index < ids.length; index++) {
            bytes += 2L * (48 + 8) + ids[index].length() + elementIds[index].length();
        }
        return bytes;
    }
}
