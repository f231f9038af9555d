package dev.grip.kprg.procedures;

import org.neo4j.procedure.Description;

/** Up to 4096 combinations of one kind and size, packed. */
@SuppressWarnings("ArrayRecordComponent")
public record BlockRow(
        @Description("ONE_HOP, TWO_HOP, THREE_HOP or COMMUNITY.") String kind,
        @Description("Knowledge points in each combination.") long size,
        @Description("Combinations in the block.") long count,
        @Description("size indexes (see kprg.ids) for each combination, little-endian int32.") byte[] block,
        @Description("One weight for each combination, little-endian int32.") byte[] weights,
        @Description("Give it as config.after to go on right after this block.") String cursor) {}
