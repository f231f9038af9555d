package dev.grip.knowledge.merging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups mentions into classes of one meaning by complete link: a class grows only by mentions found the same as <em>every</em>
 * member, so A~B and B~C never join A and C. Nearest pairs are joined first; ties go by position, so the result does not depend
 * on the order in which answers arrive.
 */
final class Classes {

    private final int[] classOf;
    private final List<List<Integer>> members = new ArrayList<>();
    private final boolean[] fixed;
    private final Set<Long> same = new HashSet<>();

    /** {@code fixedClass[i]} is the number of an existing class that mention i belongs to, or -1. Two existing classes never join. */
    Classes(int[] fixedClass) {
        int n = fixedClass.length;
        classOf = new int[n];
        fixed = new boolean[n];
        int[] leader = new int[n];
        Arrays.fill(leader, -1);
        for (int i = 0; i < n; i++) {
            members.add(new ArrayList<>());
            int home = i;
            if (fixedClass[i] >= 0) {
                leader[fixedClass[i]] = leader[fixedClass[i]] < 0 ? i : leader[fixedClass[i]];
                home = leader[fixedClass[i]];
                fixed[home] = true;
            }
            classOf[i] = home;
            members.get(home).add(i);
        }
    }

    /** Joins what these pairs allow, nearest first whatever their order. Pairs not listed count as distinct. */
    void join(List<Pair> samePairs) {
        for (Pair pair : samePairs) {
            same.add(code(pair.first(), pair.second()));
        }
        for (Pair pair : samePairs.stream().sorted(NearPairs.NEAREST_FIRST).toList()) {
            int a = classOf[pair.first()];
            int b = classOf[pair.second()];
            if (a != b && !(fixed[a] && fixed[b]) && allSame(a, b)) {
                absorb(fixed[b] ? b : a, fixed[b] ? a : b);
            }
        }
    }

    /** The classes, each a list of positions in ascending order, by their smallest position. */
    List<List<Integer>> result() {
        return members.stream()
                .filter(list -> !list.isEmpty())
                .map(list -> list.stream().sorted().toList())
                .sorted(java.util.Comparator.comparingInt(list -> list.get(0)))
                .toList();
    }

    private boolean allSame(int a, int b) {
        for (int first : members.get(a)) {
            for (int second : members.get(b)) {
                if (!same.contains(code(first, second))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void absorb(int into, int from) {
        for (int member : members.get(from)) {
            classOf[member] = into;
        }
        members.get(into).addAll(members.get(from));
        members.get(from).clear();
    }

    private static long code(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}
