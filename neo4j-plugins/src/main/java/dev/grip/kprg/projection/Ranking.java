package dev.grip.kprg.projection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntUnaryOperator;

/** The order of the knowledge points in a projection: highest degree first, among equals the smaller id. */
final class Ranking {

    private Ranking() {}

    /** The places of a list by ascending id; two equal ids are refused. */
    static int[] byId(KnowledgePointList list) {
        var places = new Integer[list.size()];
        Arrays.setAll(places, place -> place);
        Arrays.parallelSort(places, Comparator.comparing(list::id));
        for (int i = 1; i < places.length; i++) {
            if (list.id(places[i]).equals(list.id(places[i - 1]))) {
                throw new IllegalStateException("Two active knowledge points have the id '%s': merge them or change one"
                        .formatted(list.id(places[i])));
            }
        }
        return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
    }

    /** The given places by falling degree; of equal degree those that come first stay first (a counting sort). */
    static int[] byDegree(int[] places, IntUnaryOperator degree) {
        int most = Arrays.stream(places).map(degree).max().orElse(0);
        int[] begin = new int[most + 2];
        for (int place : places) {
            begin[most - degree.applyAsInt(place) + 1]++;
        }
        Arrays.parallelPrefix(begin, Integer::sum);
        int[] order = new int[places.length];
        for (int place : places) {
            order[begin[most - degree.applyAsInt(place)]++] = place;
        }
        return order;
    }
}
