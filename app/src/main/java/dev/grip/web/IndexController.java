package dev.grip.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

@Controller
@Hidden
final class IndexController {

    private final String page;

    IndexController(Site site) {
        this.page = fill(template(), site);
    }

    @Get(produces = MediaType.TEXT_HTML)
    String index() {
        return page;
    }

    private static String fill(String template, Site site) {
        var browser = site.browser();
        return template.replace("{{rehearsal}}", site.rehearsal() ? "" : "hidden")
                .replace("{{neo4j}}", browser == null ? "hidden" : "")
                .replace("{{browser}}", browser == null ? "" : escaped(browser.toString()));
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
