package dev.grip.llm.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of the class path, single ones replaced by files of the same path in an override folder. The stages name
 * what they need when they are built, so a prompt that cannot be used stops the start. Thread-safe.
 */
public final class PromptLibrary {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)+");

    private final @Nullable Path overrides;
    private final Map<String, Prompt> loaded = new ConcurrentHashMap<>();

    private PromptLibrary(@Nullable Path overrides) {
        this.overrides = overrides;
    }

    /** The prompts that come with the program. */
    public static PromptLibrary load() {
        return new PromptLibrary(null);
    }

    /** The prompts that come with the program, each replaced by {@code <folder>/<stage>/<verb-noun>.md} where there is one. */
    public static PromptLibrary load(Path overrides) {
        if (!Files.isDirectory(overrides)) {
            throw new PromptException("The prompt folder " + overrides
                    + " does not exist or is no folder; give one that" + " holds <stage>/<verb-noun>.md");
        }
        return new PromptLibrary(overrides);
    }

    /** The prompt of this name, such as {@code judging/judge-problem}, if its inputs are exactly these. */
    public Prompt require(String name, Set<String> inputs) {
        Prompt prompt = get(name);
        prompt.requireSame(origin(name), "values its stage fills in", inputs);
        return prompt;
    }

    /** The prompt of this name, whatever its inputs. */
    public Prompt get(String name) {
        return loaded.computeIfAbsent(name, this::read);
    }

    /** The prompts required so far, by name. */
    public List<Prompt> prompts() {
        return loaded.values().stream()
                .sorted(Comparator.comparing(Prompt::name))
                .toList();
    }

    /** Files in the override folder that no stage has asked for, most likely misnamed; call it when all stages are built. */
    public List<Path> unusedOverrides() {
        if (overrides == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(overrides)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !loaded.containsKey(nameOf(overrides, file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the prompt folder " + overrides, e);
        }
    }

    private static String nameOf(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ".md".length());
    }

    private Prompt read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PromptException("Prompt '" + name + "' is not named like <stage>/<verb-noun>");
        }
        try {
            return isOverridden(name)
                    ? PromptFile.read(name, origin(name), Files.readAllBytes(override(name)))
                    : fromClassPath(name);
        } catch (IOException e) {
            throw new PromptException("Prompt " + origin(name) + " cannot be read: " + e, e);
        }
    }

    private boolean isOverridden(String name) {
        return overrides != null && Files.exists(override(name));
    }

    private Path override(String name) {
        return Objects.requireNonNull(overrides).resolve(name + ".md");
    }

    /** Where the prompt comes from, for messages. */
    private String origin(String name) {
        return isOverridden(name) ? override(name).toString() : "prompts/" + name + ".md";
    }

    private static Prompt fromClassPath(String name) throws IOException {
        String path = "/prompts/" + name + ".md";
        try (InputStream in = PromptLibrary.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new PromptException("Prompt " + name + " does not exist: no " + path + " on the class path");
            }
            return PromptFile.read(name, path.substring(1), in.readAllBytes());
        }
    }
}
