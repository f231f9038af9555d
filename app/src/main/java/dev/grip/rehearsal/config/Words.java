package dev.grip.rehearsal.config;

import java.util.Locale;

/** Names of code as words of a configuration: {@code maxNumSeqs} is {@code max-num-seqs}, {@code MID_BODY} is {@code mid-body}. */
final class Words {

    private Words() {}

    static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
