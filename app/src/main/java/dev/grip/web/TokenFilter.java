package dev.grip.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Lets requests to the API pass only with the token, when the settings have one; pages and their files need none. */
@ServerFilter("/api/**")
final class TokenFilter {

    private static final String DETAIL =
            "This server needs its token (api.token in its settings): send it as 'Authorization: Bearer TOKEN'";

    private final Access access;

    TokenFilter(Site site) {
        this.access = site.access();
    }

    /** Before anything else looks at the request, so that no answer tells strangers what is served. */
    // The annotation is Micronaut's own: with others it does not always know at run time that an answer may be missing.
    @RequestFilter
    @PreMatching
    @Nullable
    HttpResponse<Problem> require(HttpRequest<?> request) {
        if (preflight(request) || access.allows(request.getHeaders().get(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        return HttpResponse.<Problem>status(HttpStatus.UNAUTHORIZED)
                .body(Problem.of(HttpStatus.UNAUTHORIZED, DETAIL, request.getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"GRIP\"");
    }

    /** Browsers ask without the token whether they may send it. */
    private static boolean preflight(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
