package dev.grip.llm.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of one domain, such as mathematics. A prompt is looked for in the domain's folder, {@code prompts/math}, and then among
 * those that all domains share, in {@code prompts} itself; a folder of overrides, laid out alike, comes before the class path. The
 * stages name what they need when they are built, so a prompt that cannot be used stops the start. Thread-safe.
 */
public final class PromptLibrary {

    /** The domains that come with the program; the first is the default. */
    public static final List<String> SHIPPED = List.of("math", "coding", "physics");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)+");

    private static final Pattern FOLDER = Pattern.compile("[a-z0-9-]+");

    private final String domain;
    private final @Nullable Path overrides;
    private final Map<String, Prompt> loaded = new ConcurrentHashMap<>();

    private PromptLibrary(String domain, @Nullable Path overrides) {
        this.domain = domain;
        this.overrides = overrides;
    }

    /** The prompts that come with the program, for mathematics. */
    public static PromptLibrary load() {
        return load(SHIPPED.get(0), null);
    }

    /**
     * The prompts of a domain, each replaced by {@code <overrides>/<domain>/<stage>/<verb-noun>.md}, or without the domain in its path,
     * where there is one. A domain of one's own is a folder below the overrides.
     */
    public static PromptLibrary load(String domain, @Nullable Path overrides) {
        if (overrides != null && !Files.isDirectory(overrides)) {
            throw new PromptException("The prompt folder " + overrides
                    + " does not exist or is no folder; give one that holds <domain>/<stage>/<verb-noun>.md");
        }
        boolean own =
                overrides != null && FOLDER.matcher(domain).matches() && Files.isDirectory(overrides.resolve(domain));
        if (!own && !SHIPPED.contains(domain)) {
            throw new PromptException("There are no prompts for the domain '" + domain + "'; there are some for "
                    + String.join(", ", SHIPPED) + ", and a folder " + domain
                    + " below prompts.folder would be your own");
        }
        return new PromptLibrary(domain, overrides);
    }

    /** What the problems are about, such as {@code math}. */
    public String domain() {
        return domain;
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

    /** Files for this domain in the override folder that no stage has asked for, most likely misnamed; call it when all stages are built. */
    public List<Path> unusedOverrides() {
        if (overrides == null) {
            return List.of();
        }
        Path folder = overrides;
        Set<Path> used = new HashSet<>();
        loaded.keySet().forEach(name -> override(name).ifPresent(used::add));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md") && !used.contains(file))
                    .filter(file -> !ofAnotherDomain(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the prompt folder " + overrides, e);
        }
    }

    /** Whether a path is {@code <domain>/<stage>/<verb-noun>.md} of a domain that is not this one. */
    private boolean ofAnotherDomain(Path file) {
        return file.getNameCount() > 2 && !file.getName(0).toString().equals(domain);
    }

    private Prompt read(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PromptException("Prompt '" + name + "' is not named like <stage>/<verb-noun>");
        }
        try {
            Optional<Path> override = override(name);
            return override.isPresent()
                    ? PromptFile.read(name, origin(name), Files.readAllBytes(override.get()))
                    : fromClassPath(name);
        } catch (IOException e) {
            throw new PromptException("Prompt " + origin(name) + " cannot be read: " + e, e);
        }
    }

    private Optional<Path> override(String name) {
        if (overrides == null) {
            return Optional.empty();
        }
        Path folder = overrides;
        return paths(name).map(folder::resolve).filter(Files::exists).findFirst();
    }

    /** The places of a prompt, its domain's first. */
    private Stream<String> paths(String name) {
        return Stream.of(domain + "/" + name + ".md", name + ".md");
    }

    /** Where the prompt comes from, for messages. */
    private String origin(String name) {
        return override(name)
                .map(Path::toString)
                .or(() -> resource(name).map(path -> path.substring(1)))
                .orElse("prompts/" + domain + "/" + name + ".md");
    }

    private Optional<String> resource(String name) {
        return paths(name)
                .map(path -> "/prompts/" + path)
                .filter(path -> PromptLibrary.class.getResource(path) != null)
                .findFirst();
    }

    private Prompt fromClassPath(String name) throws IOException {
        String path = resource(name)
                .orElseThrow(() -> new PromptException("Prompt " + name + " does not exist for the domain " + domain
                        + ": there is neither prompts/" + domain + "/" + name + ".md nor prompts/" + name + ".md"));
        try (InputStream in = Objects.requireNonNull(PromptLibrary.class.getResourceAsStream(path))) {
            return PromptFile.read(name, path.substring(1), in.readAllBytes());
        }
    }
}
