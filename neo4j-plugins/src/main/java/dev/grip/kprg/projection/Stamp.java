package dev.grip.kprg.projection;

/**
 * What {@code kprg.build} wrote down about the graph it left behind. Two equal stamps stand for the same projection: the
 * element id names the database, the fingerprint tells apart builds that were rolled back.
 *
 * @param elementId of the {@code (:Kprg)} node
 * @param knowledgePoints fingerprint of the active ones: indexes and cursors depend on it
 * @param seeds fingerprint of what they require: only novelty depends on it, so it may change within an epoch
 */
record Stamp(String elementId, long epoch, String knowledgePoints, String seeds) {}
