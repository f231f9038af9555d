package dev.grip.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Says on every response whether simulated models answer here. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RehearsalHeader {

    static final String NAME = "X-Grip-Rehearsal";

    private final Site site;

    RehearsalHeader(Site site) {
        this.site = site;
    }

    @ResponseFilter
    void mark(MutableHttpResponse<?> response) {
        response.header(NAME, Boolean.toString(site.rehearsal()));
    }
}
