package dev.grip.pipeline.runs;

import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.Regions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The regions that a run is steered by. {@code notice} is what a person should know: that there are none because they could not be
 * found when the run was begun; it stays so to its end.
 */
record SteeredRegions(Regions regions, @Nullable String notice) {

    private static final Logger LOG = LoggerFactory.getLogger(SteeredRegions.class);
    private static final String BY_KIND = "The run is steered by kind alone, not by region";

    /** Those of a run that begins. */
    static SteeredRegions begin(CombinationSource source) {
        try {
            return new SteeredRegions(source.regions(), null);
        } catch (IllegalArgumentException none) {
            String notice = BY_KIND + ": " + String.valueOf(none.getMessage()).replaceFirst("\\.$", "");
            LOG.warn(notice);
            return new SteeredRegions(Regions.undivided(), notice);
        }
    }

    /** Those of a run that goes on. Throws {@link GraphChangedException} when they are not the ones of this fingerprint any more. */
    static SteeredRegions again(CombinationSource source, @Nullable String fingerprint) {
        if (fingerprint == null || fingerprint.equals(Regions.UNDIVIDED)) {
            return new SteeredRegions(Regions.undivided(), BY_KIND + ", as it was begun");
        }
        Regions now;
        try {
            now = source.regions();
        } catch (IllegalArgumentException gone) {
            throw new IllegalStateException(
                    "The run is steered by regions of the KPRG, which cannot be found now, so no more is planned; resume it"
                            + " when they can. " + gone.getMessage(),
                    gone);
        }
        if (!now.fingerprint().equals(fingerprint)) {
            throw new GraphChangedException("the regions of the KPRG that steer it are others now");
        }
        return new SteeredRegions(now, null);
    }
}
