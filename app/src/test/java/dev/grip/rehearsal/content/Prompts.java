package dev.grip.rehearsal.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped prompt files: their user templates, raw and filled in. */
public final class Prompts {

    static final List<String> NAMES = List.of(
            "knowledge/extract-knowledge-points",
            "knowledge/check-quality",
            "knowledge/check-same-meaning",
            "knowledge/name-class",
            "synthesis/write-problem",
            "synthesis/solve-problem",
            "judging/judge-problem",
            "judging/rate-difficulty",
            "judging/judge-solution");

    /** What every domain has in common. */
    private static final Set<String> SHARED = Set.of("judging/rate-difficulty", "knowledge/name-class");

    private static final Map<String, String> USER = new ConcurrentHashMap<>();

    private Prompts() {}

    public static Map<String, String> userTemplates() {
        Map<String, String> templates = new HashMap<>();
        NAMES.forEach(name -> templates.put(name, userTemplate(name)));
        return templates;
    }

    static String file(String name) {
        try (var in = Prompts.class.getResourceAsStream(path(name))) {
            if (in == null) {
                throw new IllegalStateException("No prompt " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String name) {
        return "/prompts/" + (SHARED.contains(name) ? "" : "math/") + name + ".md";
    }

    public static String render(String name, Map<String, String> inputs) {
        String text = userTemplate(name);
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            text = text.replace("{{" + input.getKey() + "}}", input.getValue());
        }
        return text;
    }

    private static String userTemplate(String name) {
        return USER.computeIfAbsent(name, Prompts::readUserTemplate);
    }

    private static String readUserTemplate(String name) {
        String file = file(name);
        return file.substring(file.indexOf("## User\n") + "## User\n".length());
    }
}
