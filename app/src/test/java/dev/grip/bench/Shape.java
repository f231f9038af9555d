package dev.grip.bench;

import java.util.Arrays;

/** A brute-force look at a synthetic KPRG: lists of neighbours and what can be counted with them. */
final class Shape {

    private final int[][] neighbours;

    Shape(SyntheticKprg kprg) {
        int[] degrees = new int[kprg.knowledgePoints()];
        for (int edge = 0; edge < kprg.edges(); edge++) {
            degrees[kprg.smaller(edge)]++;
            degrees[kprg.larger(edge)]++;
        }
        neighbours = Arrays.stream(degrees).mapToObj(int[]::new).toArray(int[][]::new);
        for (int edge = 0; edge < kprg.edges(); edge++) {
            int a = kprg.smaller(edge);
            int b = kprg.larger(edge);
            neighbours[a][--degrees[a]] = b;
            neighbours[b][--degrees[b]] = a;
        }
    }

    int maxDegree() {
        return Arrays.stream(neighbours).mapToInt(list -> list.length).max().orElse(0);
    }

    long twoHopPairs() {
        int[] seen = new int[neighbours.length];
        Arrays.fill(seen, -1);
        long ends = 0;
        for (int start = 0; start < neighbours.length; start++) {
            seen[start] = start;
            for (int near : neighbours[start]) {
                seen[near] = start;
            }
            for (int near : neighbours[start]) {
                for (int far : neighbours[near]) {
                    ends += seen[far] == start ? 0 : 1;
                    seen[far] = start;
                }
            }
        }
        return ends / 2;
    }

    long triangles() {
        int[] near = new int[neighbours.length];
        Arrays.fill(near, -1);
        long corners = 0;
        for (int a = 0; a < neighbours.length; a++) {
            for (int b : neighbours[a]) {
                near[b] = a;
            }
            for (int b : neighbours[a]) {
                for (int c : neighbours[b]) {
                    corners += near[c] == a ? 1 : 0;
                }
            }
        }
        return corners / 6;
    }
}
