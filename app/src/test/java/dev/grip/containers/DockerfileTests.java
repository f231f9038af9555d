package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DockerfileTests {

    private static final Set<String> OPTIONS = Set.of("--host", "--port", "--config");

    private final List<String> instructions = Project.read("app/Dockerfile")
            .replaceAll("\\\\\n\\s*", "")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    @Test
    void everyBaseImageIsPinned() {
        assertThat(words("FROM").map(words -> words.get(1)))
                .containsExactly(
                        "eclipse-temurin:17.0.19_10-jdk-noble",
                        "neo4j:" + pomProperty("neo4j.version") + "-community",
                        "eclipse-temurin:17.0.19_10-jre-noble");
    }

    @Test
    void theImagesAreTheTargetsThatComposeBuilds() {
        ComposeFile compose = ComposeFile.ofProject(ComposeFile.PASSWORD_ONLY);
        List<String> stages = words("FROM").map(words -> words.get(3)).toList();

        assertThat(stages).containsExactly("build", "neo4j", "app");
        assertThat(List.of("neo4j", "app")).allSatisfy(name -> {
            Map<String, String> expected = Map.of("context", ".", "dockerfile", "app/Dockerfile", "target", name);
            assertThat(expected).allSatisfy((key, value) -> assertThat(
                            compose.service(name).path("build").path(key).asText())
                    .isEqualTo(value));
        });
    }

    @Test
    void theBuildIsTheReadmesOwnCommand() {
        assertThat(instructions)
                .anyMatch(line -> line.startsWith("RUN") && line.endsWith(" ./mvnw -q -DskipTests package"));
        assertThat(Files.isExecutable(Project.path("mvnw"))).isTrue();
    }

    @Test
    void everythingCopiedIsThereOrIsMadeByTheBuild() {
        String pom = Project.read("app/pom.xml");
        assertThat(pom)
                .contains("<finalName>grip</finalName>")
                .contains("<outputDirectory>${project.build.directory}/lib<");
        Set<String> made = Set.of("app/target/grip.jar", "app/target/lib/");

        assertThat(words("COPY").filter(words -> words.get(1).equals("--from=build")))
                .hasSize(3)
                .allSatisfy(
                        words -> assertThat(words.subList(2, words.size() - 1)).allSatisfy(source -> {
                            String path = source.replaceFirst("^/src/", "");
                            assertThat(made.contains(path) || Files.exists(Project.path(path)))
                                    .as(source)
                                    .isTrue();
                        }));
    }

    @Test
    void theContextLeavesOutNothingThatTheBuildNeeds() {
        List<String> ignored = Project.read(".dockerignore")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(ignored).contains(".git", "**/target", "**/grip-data");
        assertThat(ignored)
                .doesNotContain(".mvn", "app", "neo4j-plugins", "cypher", "prompts", "*", "**")
                .noneMatch(line -> line.startsWith("app/") || line.startsWith("mvnw"));
    }

    @Test
    void theProgramDoesNotRunAsRootAndBringsNoDatabase() {
        List<String> app = instructions.subList(indexOfStage("app"), instructions.size());

        assertThat(app).contains("USER grip", "WORKDIR /data", "VOLUME /data");
        assertThat(app.indexOf("USER grip")).isLessThan(indexOf(app, "ENTRYPOINT"));
        assertThat(app).noneMatch(line -> line.contains("neo4j-plugins"));
    }

    @Test
    void theProgramIsStartedWithOptionsItHas() throws IOException {
        List<String> image = jsonWords("CMD");
        List<String> rehearsal = ComposeCommands.serveArguments();
        List<String> gpu = ComposeFile.ofProject(
                        Map.of("NEO4J_PASSWORD", "correct-horse", "GRIP_CONFIG", "/etc/grip/gpu.yml"))
                .command("app");

        assertThat(jsonWords("ENTRYPOINT")).startsWith("java").endsWith("-jar", "/opt/grip/grip.jar");
        assertThat(image).containsExactly("serve", "--host", "0.0.0.0", "--port", "8080");
        assertThat(rehearsal).isEqualTo(image);
        assertThat(gpu).startsWith(image.toArray(String[]::new)).endsWith("--config", "/etc/grip/gpu.yml");
        assertThat(gpu.stream().filter(word -> word.startsWith("--"))).isSubsetOf(OPTIONS);
    }

    private Stream<List<String>> words(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> List.of(line.split("\\s+", -1)));
    }

    private List<String> jsonWords(String instruction) {
        String line = instructions.stream()
                .filter(candidate -> candidate.startsWith(instruction + " ["))
                .findFirst()
                .orElseThrow();
        String inner = line.substring(line.indexOf('[') + 1, line.lastIndexOf(']'));
        return Arrays.stream(inner.split(",\\s*", -1))
                .map(word -> word.replace("\"", ""))
                .toList();
    }

    private int indexOfStage(String name) {
        return instructions.indexOf(instructions.stream()
                .filter(line -> line.endsWith(" AS " + name))
                .findFirst()
                .orElseThrow());
    }

    private static int indexOf(List<String> lines, String start) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow());
    }

    private static String pomProperty(String name) {
        String pom = Project.read("pom.xml");
        int start = pom.indexOf("<" + name + ">") + name.length() + 2;
        return pom.substring(start, pom.indexOf("</" + name + ">"));
    }
}
