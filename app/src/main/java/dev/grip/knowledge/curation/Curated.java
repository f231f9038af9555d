package dev.grip.knowledge.curation;

import dev.grip.knowledge.KprgReport;
import java.util.List;

/** What became of a change by hand: its record, the KPRG after it and, for a ban, the problems made from the banned knowledge point. */
public record Curated(Curation curation, KprgReport graph, List<ProblemMade> problems) {}
