package dev.grip.llm.prompts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.grip.llm.Sampling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one prompt file: YAML front matter, then {@code ## System} (optional) and {@code ## User}. */
final class PromptFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    private static final Pattern FILE = Pattern.compile("\uFEFF?---\\s*\n(.*?\n)---[ \t]*\n(.*)", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile(
            "\\s*(?:## System[ \t]*\n(?<system>.*?)(?<=\n))?## User[ \t]*\n(?<user>.*)", Pattern.DOTALL);
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private final String name;
    private final String origin;

    private PromptFile(String name, String origin) {
        this.name = name;
        this.origin = origin;
    }

    /** The prompt called {@code name} in these bytes; {@code origin} says in messages where they come from. */
    static Prompt read(String name, String origin, byte[] bytes) {
        return new PromptFile(name, origin).read(bytes);
    }

    private Prompt read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher file = FILE.matcher(text.replace("\r\n", "\n"));
        if (!file.matches()) {
            throw wrong("it does not start with front matter between two lines '---'");
        }
        Header header = header(file.group(1));
        Matcher body = BODY.matcher(file.group(2));
        if (!body.matches()) {
            throw wrong("after the front matter must come '## System' (optional) and then '## User'");
        }
        return prompt(header, bytes, section(body.group("system")), section(body.group("user")));
    }

    private Prompt prompt(Header header, byte[] bytes, String system, String user) {
        if (user.isEmpty()) {
            throw wrong("its '## User' section is empty");
        }
        if (!header.required("name", header.name, this).equals(name)) {
            throw wrong("its name is '" + header.name + "' but its path says '" + name + "'");
        }
        List<String> inputs = header.required("inputs", header.inputs, this);
        checkPlaceholders(inputs, system + "\n" + user);
        return new Prompt(
                name,
                header.required("version", header.version, this),
                sha256(bytes),
                header.required("purpose", header.purpose, this),
                inputs,
                header.output == null ? "" : header.output,
                sampling(header.required("sampling", header.sampling, this)),
                header.source == null ? "" : header.source,
                system,
                user,
                new String(bytes, StandardCharsets.UTF_8));
    }

    private void checkPlaceholders(List<String> inputs, String text) {
        Set<String> used = Placeholders.in(text);
        for (String place : used) {
            if (!SNAKE_CASE.matcher(place).matches()) {
                throw wrong("{{" + place + "}} is no placeholder; write it in snake_case without spaces, or put a space"
                        + " between the braces if it is mathematics");
            }
        }
        Set<String> declared = new LinkedHashSet<>(inputs);
        refuse("used but not declared under inputs", used, declared);
        refuse("declared under inputs but not used", declared, used);
    }

    private void refuse(String problem, Set<String> names, Set<String> known) {
        Set<String> extra = new TreeSet<>(names);
        extra.removeAll(known);
        if (!extra.isEmpty()) {
            throw wrong("placeholder " + String.join(", ", extra) + " is " + problem);
        }
    }

    private Sampling sampling(Draw draw) {
        if (draw.temperature == null || draw.maxTokens == null) {
            throw wrong("its sampling needs temperature and max_tokens");
        }
        try {
            return new Sampling(draw.temperature, draw.topP == null ? 1.0 : draw.topP, draw.maxTokens);
        } catch (IllegalArgumentException e) {
            throw new PromptException("Prompt " + origin + ": " + e.getMessage(), e);
        }
    }

    private Header header(String yaml) {
        try {
            Header header = YAML.readValue(yaml, Header.class);
            if (header == null) {
                throw wrong("its front matter is empty");
            }
            return header;
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().replaceAll("\\s+", " ").strip();
            throw new PromptException("Prompt " + origin + ": front matter: " + reason, e);
        }
    }

    private static String section(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private PromptException wrong(String problem) {
        return new PromptException("Prompt " + origin + ": " + problem);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Header(
            @Nullable String name,
            @Nullable Integer version,
            @Nullable String purpose,
            @Nullable List<String> inputs,
            @Nullable String output,
            @Nullable Draw sampling,
            @Nullable String source) {

        <T> T required(String field, @Nullable T value, PromptFile file) {
            if (value == null) {
                throw file.wrong("its front matter lacks " + field);
            }
            return value;
        }
    }

    private record Draw(
            @Nullable Double temperature,
            @JsonProperty("top_p") @Nullable Double topP,
            @JsonProperty("max_tokens") @Nullable Integer maxTokens) {}
}
