package dev.grip.web;

import dev.grip.pipeline.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may use the API: the token it needs (null: none), the origins of other pages that may, and the largest body in megabytes. */
record Access(@Nullable String token, List<String> origins, int maxUploadMb) {

    static final Access OPEN = new Access(null, List.of(), 1024);

    private static final String SCHEME = "Bearer ";

    static Access of(Settings.Api api) {
        return new Access(api.token(), api.allowedOrigins(), api.maxUploadMb());
    }

    /** Whether a request with this {@code Authorization} may go on; takes equally long for every wrong one. */
    boolean allows(@Nullable String authorization) {
        if (token == null) {
            return true;
        }
        var given = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
        return MessageDigest.isEqual(digest(given), digest(token));
    }

    /** What Micronaut needs to know to hold to it. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.server.max-request-size", maxUploadMb + "MB");
        properties.put("micronaut.server.multipart.max-file-size", maxUploadMb + "MB");
        if (!origins.isEmpty()) {
            properties.put("micronaut.server.cors.enabled", true);
            properties.put("micronaut.server.cors.configurations.allowed.allowed-origins", origins);
            properties.put("micronaut.server.cors.configurations.allowed.allow-credentials", false);
            properties.put(
                    "micronaut.server.cors.configurations.allowed.exposed-headers",
                    List.of("Location", RehearsalHeader.NAME));
        }
        return properties;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Access[token " + (token == null ? "not set" : "set") + ", origins=" + origins + "]";
    }
}
