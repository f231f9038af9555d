package dev.grip.knowledge.merging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Classes of names as they grow: at first one a KP that is there and one a name that has none. */
final class Classes {

    private final int[] classOf;
    private final int[][] members;
    private final boolean[] fixed;

    /** {@code homes}: the number of the KP that a name belongs to, or -1. A class is known by one of its names. */
    Classes(int[] homes) {
        int size = homes.length;
        classOf = new int[size];
        members = new int[size][];
        fixed = new boolean[size];
        Map<Integer, Integer> leaders = new HashMap<>();
        for (int name = 0; name < size; name++) {
            leaders.putIfAbsent(homes[name], name);
            int leader = homes[name] < 0 ? name : leaders.get(homes[name]);
            members[name] = new int[] {};
            classOf[name] = leader;
            members[leader] = with(members[leader], name);
            fixed[leader] = homes[name] >= 0;
        }
    }

    private static int[] with(int[] names, int... more) {
        int[] all = Arrays.copyOf(names, names.length + more.length);
        System.arraycopy(more, 0, all, names.length, more.length);
        return all;
    }

    int size() {
        return classOf.length;
    }

    int of(int name) {
        return classOf[name];
    }

    /** Names, in no order. */
    int[] members(int one) {
        return members[one];
    }

    /** Whether it is a KP that was there before. */
    boolean fixed(int one) {
        return fixed[one];
    }

    /** Makes two classes one and returns it: the KP that was there, or the larger, or the one with the smaller number. */
    int join(int a, int b) {
        boolean intoFirst = fixed[a] == fixed[b] ? largerOrFirst(a, b) : fixed[a];
        int into = intoFirst ? a : b;
        int from = intoFirst ? b : a;
        for (int member : members[from]) {
            classOf[member] = into;
        }
        members[into] = with(members[into], members[from]);
        members[from] = new int[] {};
        return into;
    }

    private boolean largerOrFirst(int a, int b) {
        return members[a].length == members[b].length ? a < b : members[a].length > members[b].length;
    }

    /** The classes, each its names in ascending order, by their smallest name. */
    List<List<Integer>> result() {
        return Arrays.stream(members)
                .filter(names -> names.length > 0)
                .map(names -> Arrays.stream(names).sorted().boxed().toList())
                .sorted(Comparator.comparing(names -> Objects.requireNonNull(names.get(0))))
                .toList();
    }
}
