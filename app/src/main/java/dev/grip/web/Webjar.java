package dev.grip.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A front-end library that is served from a jar on the class path. */
final class Webjar {

    private Webjar() {}

    /** The path under which its files are served, such as {@code /webjars/katex/0.16.47}. */
    static String path(String name) {
        var file = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (var in = Webjar.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path: build the program again");
            }
            var properties = new Properties();
            properties.load(in);
            return "/webjars/" + name + "/" + properties.getProperty("version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
