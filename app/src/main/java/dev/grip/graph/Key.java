package dev.grip.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Deterministic keys: 24 hexadecimal digits of a SHA-256 over what produced a node, so that the same work has the same key. */
public final class Key {

    private static final int DIGITS = 24;

    private Key() {}

    /** The key of these parts; their borders count, so ("ab", "c") and ("a", "bc") differ. */
    public static String of(Object... parts) {
        return of(Arrays.asList(parts));
    }

    public static String of(List<?> parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
