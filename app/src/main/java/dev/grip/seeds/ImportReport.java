package dev.grip.seeds;

import java.util.List;

/** What an import did: seeds added, already there, and lines left out; {@code bad} holds the first 1,000 of those. */
public record ImportReport(String source, long added, long present, long rejected, List<BadLine> bad) {

    public ImportReport {
        bad = List.copyOf(bad);
    }
}
