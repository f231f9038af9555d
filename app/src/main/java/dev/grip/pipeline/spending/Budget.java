package dev.grip.pipeline.spending;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stops: at a cost, after being carried out for a time, or at a number of accepted rows, whatever comes first; null for no
 * such limit. It says nothing about what is made, so it may change from one day to the next.
 */
public record Budget(@Nullable Double maxCost, @Nullable Duration maxTime, @Nullable Long targetRows) {

    public static final Budget NONE = new Budget(null, null, null);

    private static final String STOPPED = "Stopped at its budget";
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*([smhd])");

    public Budget {
        require(maxCost == null || (maxCost > 0 && Double.isFinite(maxCost)), "max-cost", maxCost, "a number above 0");
        require(maxTime == null || maxTime.toMillis() > 0, "max-time", maxTime, "a time such as 90m, 36h or 2d");
        require(targetRows == null || targetRows > 0, "target-rows", targetRows, "1 or more");
    }

    /** {@code maxTime} is a number with s, m, h or d. */
    public static Budget of(@Nullable Double maxCost, @Nullable String maxTime, @Nullable Long targetRows) {
        return new Budget(maxCost, maxTime == null ? null : time(maxTime), targetRows);
    }

    /** This budget, but for what {@code newer} says. */
    public Budget with(Budget newer) {
        return new Budget(
                newer.maxCost == null ? maxCost : newer.maxCost,
                newer.maxTime == null ? maxTime : newer.maxTime,
                newer.targetRows == null ? targetRows : newer.targetRows);
    }

    public boolean unlimited() {
        return equals(NONE);
    }

    /** The options of a command line that say the same, each with a space before it. */
    public String options() {
        return (maxCost == null ? "" : " --max-cost " + plain(maxCost))
                + (maxTime == null ? "" : " --max-time " + text(maxTime))
                + (targetRows == null ? "" : " --target-rows " + targetRows);
    }

    /** Why nothing more is begun, and how to go on; null while there is something left. */
    public @Nullable String reached(String run, Spend spend, long accepted) {
        Double cost = spend.cost();
        if (maxCost != null && cost != null && cost >= maxCost) {
            return stopped(
                    run,
                    String.format(Locale.ROOT, "it has cost %.4g %s of %s", cost, spend.currency(), plain(maxCost)),
                    "--max-cost " + plain(maxCost * 2));
        }
        if (maxTime != null && spend.seconds() >= maxTime.toMillis() / 1000.0) {
            return stopped(
                    run,
                    String.format(Locale.ROOT, "it has been carried out for %.0f s of %s", spend.seconds(), time()),
                    "--max-time " + text(maxTime.multipliedBy(2)));
        }
        if (targetRows != null && accepted >= targetRows) {
            return stopped(
                    run, "it has " + accepted + " accepted rows of " + targetRows, "--target-rows " + targetRows * 2);
        }
        return null;
    }

    /** Whether a run's notice says that it stopped at its budget. */
    public static boolean stopped(@Nullable String notice) {
        return notice != null && notice.startsWith(STOPPED);
    }

    private static String stopped(String run, String why, String more) {
        return STOPPED + ": " + why + ". What was in flight was finished and counts too. To go on: grip run --resume "
                + run + " " + more;
    }

    private String time() {
        return maxTime == null ? "" : text(maxTime);
    }

    /** As the options write it. */
    static String text(Duration time) {
        if (time.toSecondsPart() != 0 || time.toMillisPart() != 0) {
            return plain(time.toMillis() / 1000.0) + "s";
        }
        return time.toMinutesPart() != 0 ? time.toMinutes() + "m" : time.toHours() + "h";
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Duration time(String text) {
        Matcher form = TIME.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("max-time is '" + text + "'; it must be a time such as 90m, 36h or 2d");
        }
        double seconds = Double.parseDouble(form.group(1))
                * switch (form.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86_400;
                    default -> 1;
                };
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static void require(boolean holds, String key, @Nullable Object value, String needed) {
        if (!holds) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be " + needed);
        }
    }
}
