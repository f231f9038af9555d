package dev.grip.rehearsal.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 20ms}, {@code 1.5s}, {@code 3m}, {@code 2h}, {@code 0}. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(us|ms|s|m|h)");
    private static final double MICROSECOND = 1e3;
    private static final double MILLISECOND = 1e6;
    private static final double SECOND = 1e9;

    private Durations() {}

    static Duration parse(String text) {
        if (text.strip().equals("0")) {
            return Duration.ZERO;
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("a time with its unit, such as 20ms, 1.5s or 3m");
        }
        return Duration.ofNanos(Math.round(Double.parseDouble(form.group(1)) * unit(form.group(2))));
    }

    private static double unit(String word) {
        return switch (word) {
            case "us" -> MICROSECOND;
            case "ms" -> MILLISECOND;
            case "m" -> 60 * SECOND;
            case "h" -> 3600 * SECOND;
            default -> SECOND;
        };
    }

    static String text(Duration duration) {
        double nanos = duration.toNanos();
        if (nanos == 0) {
            return "0";
        }
        if (nanos < MILLISECOND) {
            return plain(nanos / MICROSECOND) + "us";
        }
        return nanos < SECOND ? plain(nanos / MILLISECOND) + "ms" : plain(nanos / SECOND) + "s";
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
