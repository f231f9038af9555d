package dev.grip.combinations;

/** How the knowledge points of a combination stand to each other in the KPRG. */
public enum Kind {
    /** A pair joined by an edge. */
    ONE_HOP,
    /** A pair at shortest distance exactly 2. */
    TWO_HOP,
    /** A pair at shortest distance exactly 3 with at least one core end. */
    THREE_HOP,
    /** A clique of 3 or 4. */
    COMMUNITY
}
