package dev.grip.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The guide and the style that Neo4j Browser loads. Any page may read them: there is nothing in them that is not in the source. */
@Controller(Site.GUIDE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class GuideController {

    private final GuidePages pages;

    GuideController(Site site) {
        this.pages = new GuidePages(site.rehearsal());
    }

    @Get("/start")
    HttpResponse<String> start(HttpRequest<?> request) {
        return open("text/html", pages.start(address(request)));
    }

    @Get("/selections")
    HttpResponse<String> selections(HttpRequest<?> request) {
        return open("text/html", pages.selections(address(request)));
    }

    @Get("/kprg.grass")
    HttpResponse<String> style() {
        return open("text/plain", GuidePages.file("kprg.grass"));
    }

    @Get("/page.js")
    HttpResponse<String> script() {
        return open("text/javascript", GuidePages.file("page.js"));
    }

    /** Neo4j Browser asks first, because it sends headers against caching. */
    @Options("/{+path}")
    HttpResponse<?> ask(String path) {
        return allowed(HttpResponse.noContent())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "cache-control, pragma");
    }

    private static HttpResponse<String> open(String type, String body) {
        return allowed(HttpResponse.ok(body))
                .header(HttpHeaders.CONTENT_TYPE, type + ";charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static <T> MutableHttpResponse<T> allowed(MutableHttpResponse<T> response) {
        return response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    /** As the person who asks knows this server. */
    private static String address(HttpRequest<?> request) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        return "http://" + (host == null ? "localhost" : host);
    }
}
