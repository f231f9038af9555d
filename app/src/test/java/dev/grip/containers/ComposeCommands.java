package dev.grip.containers;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that the containers run, taken out of the container files so that tests can run the same ones bare. */
public final class ComposeCommands {

    private static final Pattern CYPHER = Pattern.compile("echo '([^']*)' \\| .*cypher-shell");

    private ComposeCommands() {}

    /** The statements whose success makes the Neo4j container healthy. */
    public static List<String> neo4jHealthStatements() {
        ComposeFile compose = ComposeFile.ofProject(ComposeFile.PASSWORD_ONLY);
        Matcher matcher = CYPHER.matcher(compose.service("neo4j")
                .path("healthcheck")
                .path("test")
                .path(1)
                .asText());
        if (!matcher.find()) {
            throw new IllegalStateException("the health check of neo4j in docker-compose.yml has no statement");
        }
        return Arrays.stream(matcher.group(1).split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The arguments that the app's container gives to {@code grip}. */
    public static List<String> serveArguments() {
        return ComposeFile.ofProject(ComposeFile.PASSWORD_ONLY).command("app");
    }
}
