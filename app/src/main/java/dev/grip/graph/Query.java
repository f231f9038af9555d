package dev.grip.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One statement, kept as {@code /cypher/<area>/<verb-noun>.cypher} on the class path. */
public record Query(String name, String text, String hash) {

    private static final Map<String, Query> LOADED = new ConcurrentHashMap<>();

    /** The statement with this name, such as {@code seeds/merge-seeds}. */
    public static Query of(String name) {
        return LOADED.computeIfAbsent(name, Query::load);
    }

    private static Query load(String name) {
        String path = "/cypher/" + name + ".cypher";
        try (InputStream in = Query.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No statement " + path + " on the class path");
            }
            byte[] bytes = in.readAllBytes();
            return new Query(name, new String(bytes, StandardCharsets.UTF_8), sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
