package dev.grip.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The web page's frame; what it shows it asks of the API. Its files are served from {@code /page} and {@code /webjars}. */
@Controller
@Hidden
final class IndexController {

    /** Nothing from elsewhere and no script in the page; the libraries set styles of single elements. */
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final List<String> LIBRARIES = List.of("katex", "cytoscape", "chart.js");

    private final String page;

    IndexController(Site site) {
        this.page = fill(template(), site);
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<String> index() {
        return HttpResponse.ok(page)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    private static String fill(String template, Site site) {
        var browser = site.browser();
        var filled = template.replace("{{rehearsal}}", site.rehearsal() ? "" : "hidden")
                .replace("{{neo4j}}", browser == null ? "hidden" : "")
                .replace("{{browser}}", browser == null ? "" : escaped(browser.toString()));
        for (var library : LIBRARIES) {
            filled = filled.replace("{{" + library + "}}", Webjar.path(library));
        }
        return filled;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String template() {
        try (var file = IndexController.class.getResourceAsStream("/web/index.html")) {
            if (file == null) {
                throw new IllegalStateException("/web/index.html is not on the class path: build the program again");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
