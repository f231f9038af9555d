package dev.grip.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Lets requests to the API pass only with the token, when the settings have one; pages and their files need none. */
@ServerFilter("/api/**")
final class TokenFilter {

    private static final String DETAIL =
            "This server needs its token (api.token in its settings): send it as 'Authorization: Bearer TOKEN'";

    private final Access access;

    TokenFilter(Site site) {
        this.access = site.access();
    }

    @RequestFilter
    @Nullable
    HttpResponse<Problem> require(HttpRequest<?> request) {
        if (access.allows(request.getHeaders().get(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        return HttpResponse.<Problem>status(HttpStatus.UNAUTHORIZED)
                .body(Problem.of(HttpStatus.UNAUTHORIZED, DETAIL, request.getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"GRIP\"");
    }
}
