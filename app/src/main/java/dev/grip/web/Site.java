package dev.grip.web;

import dev.grip.pipeline.Grip;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What every page and response needs to know, fixed while the server runs. */
record Site(boolean rehearsal, boolean loopback, @Nullable URI browser, Path data, Access access) {

    static final String API = "/api/v1";
    static final String GUIDE = "/guide";

    /** A site that everyone who reaches it may use. */
    Site(boolean rehearsal, boolean loopback, @Nullable URI browser, Path data) {
        this(rehearsal, loopback, browser, data, Access.OPEN);
    }

    static Site of(Grip grip, boolean loopback) {
        var places = grip.places();
        return new Site(
                grip.rehearsal(),
                loopback,
                places.browser(),
                places.data(),
                Access.of(grip.settings().api()));
    }

    /** The address of one resource, safe to put into a header. */
    static URI location(String collection, String id) {
        return URI.create(API + "/" + collection + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
}
