package dev.grip.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of other sites from using the API through a person's browser: their requests carry another {@code Origin},
 * or, after DNS rebinding, a {@code Host} that is not this machine. Origins that the settings allow may use it; the guide is for Neo4j
 * Browser, a page of another port.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ForeignPages {

    private final Site site;

    ForeignPages(Site site) {
        this.site = site;
    }

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        var guide = request.getPath().startsWith(Site.GUIDE + "/");
        if (origin != null
                && !guide
                && !sameSite(origin, host)
                && !site.access().origins().contains(origin)) {
            throw new HttpStatusException(
                    HttpStatus.FORBIDDEN,
                    "Requests from pages of " + origin
                            + " are refused; use the API from its own pages, or name the origin in"
                            + " api.allowed-origins");
        }
        if (site.loopback() && host != null && !thisMachine(host)) {
            throw new HttpStatusException(
                    HttpStatus.FORBIDDEN, "Host is '" + host + "'; this server answers only to localhost");
        }
    }

    private static boolean sameSite(String origin, @Nullable String host) {
        return host != null && origin.equals("http://" + host);
    }

    private static boolean thisMachine(String host) {
        try {
            var name = URI.create("http://" + host).getHost();
            return name != null && (name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
