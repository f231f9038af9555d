package dev.grip.seeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a seed of one JSON line. Besides GRIP's own field names it knows MATH's ({@code problem, solution, level, type}; the
 * answer is the last {@code \boxed{}}) and GSM8K's ({@code question, answer} with {@code ####} and calculator marks).
 * Ids and KP names have a greatest length, because the database refuses to index longer ones.
 */
final class SeedParser {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 300;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A line that makes no seed; the message is the reason. */
    static final class BadSeed extends Exception {
        BadSeed(String reason) {
            super(reason);
        }
    }

    private final String source;

    SeedParser(String source) {
        this.source = source;
    }

    Seed parse(String line) throws BadSeed {
        JsonNode row = read(line);
        if (!row.isObject()) {
            throw new BadSeed("expected a JSON object, found " + describe(row));
        }
        if (row.has("problem") || !row.has("question")) {
            return plain(row, "problem");
        }
        return row.has("solution") ? plain(row, "question") : gradeSchool(row);
    }

    private Seed plain(JsonNode row, String field) throws BadSeed {
        String problem = required(row, field);
        String solution = required(row, "solution");
        String answer = text(row, "answer");
        return new Seed(
                id(row, problem),
                problem,
                solution,
                answer == null ? Boxed.last(solution) : answer,
                row.has("subject") ? text(row, "subject") : text(row, "type"),
                text(row, "level"),
                source,
                knowledgePoints(row));
    }

    private Seed gradeSchool(JsonNode row) throws BadSeed {
        String problem = required(row, "question");
        String solved = required(row, "answer");
        int mark = solved.lastIndexOf("####");
        String worked = (mark < 0 ? solved : solved.substring(0, mark))
                .replaceAll("<<[^<>]*>>", "")
                .strip();
        String answer = mark < 0 ? null : solved.substring(mark + 4).strip();
        if (worked.isEmpty()) {
            throw new BadSeed("'answer' has no solution before ####");
        }
        return new Seed(
                id(row, problem),
                problem,
                worked,
                answer == null || answer.isEmpty() ? null : answer,
                text(row, "subject"),
                text(row, "level"),
                source,
                knowledgePoints(row));
    }

    private static JsonNode read(String line) throws BadSeed {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at column " + e.getLocation().getColumnNr();
            throw new BadSeed("not valid JSON" + where + ": " + plain(e.getOriginalMessage()));
        }
    }

    /** A parser's message without what only its programmers know. */
    private static String plain(String message) {
        if (message.startsWith("Trailing token")) {
            return "something follows the JSON object";
        }
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\(start marker at .*", "")
                .replaceAll(" \\(code \\d+[^)]*\\)", "")
                .replaceAll(" \\(JSON String, Number, [^)]*\\)", "")
                .replaceFirst(": was expecting$", "");
    }

    private static String id(JsonNode row, String problem) throws BadSeed {
        JsonNode id = row.path("id");
        if (id.isIntegralNumber()) {
            return id.asText();
        }
        String given = text(row, "id");
        if (given != null && given.length() > LONGEST_ID) {
            throw new BadSeed("'id' has " + given.length() + " characters; at most " + LONGEST_ID + " are taken");
        }
        return given != null ? given : "seed-" + UUID.nameUUIDFromBytes(problem.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(JsonNode row, String field) throws BadSeed {
        String value = text(row, field);
        if (value == null) {
            throw new BadSeed("'" + field + "' is " + (row.has(field) ? "empty" : "missing"));
        }
        return value;
    }

    private static @Nullable String text(JsonNode row, String field) throws BadSeed {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        boolean numeric = value.isNumber() && (field.equals("answer") || field.equals("level"));
        if (!value.isTextual() && !numeric) {
            throw new BadSeed("'" + field + "' must be text, found " + describe(value));
        }
        String stripped = value.asText().strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private static List<String> knowledgePoints(JsonNode row) throws BadSeed {
        JsonNode given = row.path("knowledge_points");
        if (given.isMissingNode() || given.isNull()) {
            return List.of();
        }
        if (!given.isArray()) {
            throw new BadSeed("'knowledge_points' must be a list of texts, found " + describe(given));
        }
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode name : given) {
            if (!name.isTextual() || name.asText().isBlank()) {
                throw new BadSeed(
                        "'knowledge_points' holds " + describe(name) + "; every entry must be a non-empty text");
            }
            if (name.asText().strip().length() > LONGEST_NAME) {
                throw new BadSeed("'knowledge_points' holds a name of "
                        + name.asText().strip().length() + " characters; at most " + LONGEST_NAME + " are taken");
            }
            names.add(name.asText().strip());
        }
        return new ArrayList<>(names);
    }

    private static String describe(JsonNode node) {
        String shown = node.toString();
        String value = shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
        return node.isMissingNode()
                ? "nothing"
                : "a" + (node.isArray() || node.isObject() ? "n " : " ")
                        + node.getNodeType().name().toLowerCase(java.util.Locale.ROOT) + " (" + value + ")";
    }
}
