package dev.grip.kprg.procedures;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.EagerResult;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.types.Relationship;

/** The reference page says what the database says, and each statement on it gives the table or the error below it. */
@ExtendWith(InProcessNeo4j.class)
class ReferencePageTests {

    private static final Pattern STATEMENT = Pattern.compile(
            "```cypher\n(?<cypher>.*?)```\n(?:\n(?:(?:\\|[^\n]*\n)+|```text\n.*?```\n))?", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (?<name>kprg\\.\\w+)\n\n(?<text>.*?)(?=^##|\\z)");

    private final Kprg kprg;
    private final String page;

    ReferencePageTests(Kprg kprg) throws IOException {
        this.kprg = kprg;
        this.page = Files.readString(Path.of("README.md"));
    }

    @Test
    void everyStatementGivesWhatThePageShows() {
        String played = STATEMENT.matcher(page).replaceAll(found -> Matcher.quoteReplacement(played(found)));
        assertThat(page).isEqualTo(played);
    }

    @Test
    void everyProcedureHasASectionAndNoOther() {
        assertThat(SECTION.matcher(page).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(kprg.run("CALL kprg.help() YIELD name").stream()
                        .map(row -> row.get("name").asString())
                        .toList());
    }

    @Test
    void everySectionBeginsWithWhatTheDatabaseSaysAndHasAnExample() {
        var sections = new TreeMap<String, String>();
        SECTION.matcher(page).results().forEach(found -> sections.put(found.group(1), found.group(2)));
        var softly = new SoftAssertions();
        for (Record row : kprg.run("CALL kprg.help() YIELD name, signature, description, config RETURN *")) {
            String name = row.get("name").asString();
            softly.assertThat(sections.getOrDefault(name, ""))
                    .as(name)
                    .startsWith(reference(row))
                    .contains("```cypher\n");
        }
        softly.assertAll();
    }

    private String reference(Record help) {
        String name = help.get("name").asString();
        return "%s\n\n```\n%s\n```\n\n%s%s"
                .formatted(
                        help.get("description").asString(),
                        help.get("signature").asString(),
                        columns(name),
                        config(name, help.get("config").asMap()));
    }

    private String columns(String name) {
        Value described = kprg.run(
                        "SHOW PROCEDURES YIELD name, returnDescription WHERE name = $name RETURN returnDescription",
                        Map.of("name", name))
                .get(0)
                .get(0);
        List<List<String>> rows = described.asList(column -> List.of(
                "`%s`".formatted(column.get("name").asString()),
                "`%s`".formatted(column.get("type").asString()),
                column.get("description").asString()));
        return table(List.of("column", "type", "meaning"), rows);
    }

    private static String config(String name, Map<String, Object> config) {
        List<List<String>> rows = ConfigKey.of(name).stream()
                .map(key -> {
                    String[] said = String.valueOf(config.get(key.name())).split(" Default: ", 2);
                    return List.of("`%s`".formatted(key), said[1].replaceFirst("\\.$", ""), said[0]);
                })
                .toList();
        return rows.isEmpty() ? "" : "\n" + table(List.of("config key", "default", "meaning"), rows);
    }

    /** A statement of the page with what it gives. */
    private String played(MatchResult found) {
        String cypher = found.group(1);
        return "```cypher\n" + cypher + "```\n" + output(cypher);
    }

    private String output(String cypher) {
        try {
            EagerResult result = kprg.driver().executableQuery(cypher).execute();
            List<List<String>> rows = result.records().stream()
                    .map(row -> row.values().stream()
                            .map(value -> shown(value.asObject()))
                            .toList())
                    .toList();
            return result.keys().isEmpty() ? "" : "\n" + table(result.keys(), rows);
        } catch (Neo4jException refusal) {
            return "\n```text\n" + refusal.getMessage() + "\n```\n";
        }
    }

    private static String shown(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ReferencePageTests::shown).collect(joining(", "));
        }
        if (value instanceof Relationship relationship) {
            return "[:%s %s]"
                    .formatted(
                            relationship.type(),
                            new TreeMap<>(relationship.asMap()).toString().replace("=", ": "));
        }
        return String.valueOf(value);
    }

    private static String table(List<String> head, List<List<String>> rows) {
        return line(head) + "|---".repeat(head.size()) + "|\n"
                + rows.stream().map(ReferencePageTests::line).collect(joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(joining(" | ", "| ", " |\n"));
    }
}
