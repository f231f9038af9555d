package dev.grip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.grip.cli.Cli;
import dev.grip.combinations.NamedSelection;
import dev.grip.combinations.NamedSelections;
import dev.grip.llm.fleet.Endpoint;
import dev.grip.llm.fleet.ModelSettings;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.Rehearsals;
import dev.grip.pipeline.Settings;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.config.FaultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

/** What the README shows and names is there: files, commands and configuration keys. */
final class ReadmeTests {

    private static final Path ROOT = Path.of("..");
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ {4}|`|&& |and )grip ([a-z]+)(?: ([a-z]+)\\b)?");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String readme;

    @TempDir
    Path folder;

    ReadmeTests() throws IOException {
        readme = Files.readString(ROOT.resolve("README.md"));
    }

    @Test
    void itStartsWithTheTwoCommandsThatRunAndTestEverything() {
        assertThat(readme.lines().limit(12))
                .containsSubsequence(
                        "    ./mvnw -q -DskipTests package && java -jar app/target/grip.jar demo      # the main job",
                        "    ./mvnw verify                                                            # all tests");
    }

    @Test
    void everyRelativeLinkAndPictureLeadsToAFile() {
        List<String> targets = found(LINK, 1)
                .filter(target -> !target.startsWith("http") && !target.startsWith("#"))
                .toList();

        assertThat(targets).hasSizeGreaterThan(40);
        assertThat(targets)
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }

    @Test
    void everyLinkWithinItLeadsToAHeading() {
        List<String> headings = readme.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "#")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^#a-z0-9 -]", "")
                        .replace(' ', '-'))
                .toList();

        assertThat(found(LINK, 1).filter(target -> target.startsWith("#"))).isNotEmpty();
        assertThat(headings)
                .containsAll(
                        found(LINK, 1).filter(target -> target.startsWith("#")).toList());
    }

    @Test
    void itsPicturesAreSmall() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(400_000L);
                assertThat(readme).contains("app/docs/" + file.getFileName());
            });
        }
    }

    @Test
    void everyCommandItNamesExistsAndItNamesThemAll() {
        Map<String, Class<?>> commands = subcommands(Cli.class);
        List<MatchResult> named = COMMAND.matcher(readme).results().toList();

        assertThat(named.stream().map(match -> match.group(1)).distinct())
                .containsExactlyInAnyOrderElementsOf(commands.keySet());
        assertThat(named.stream()
                        .filter(match -> match.group(1).equals("graph"))
                        .map(match -> match.group(2))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        subcommands(commands.get("graph")).keySet());
    }

    @Test
    void itListsEveryNamedSelection() {
        assertThat(section("Choosing combinations with Cypher")
                        .lines()
                        .dropWhile(line -> !line.startsWith("| selection |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .flatMap(line -> CODE.matcher(line.split("\\|", -1)[1]).results())
                        .map(name -> name.group(1)))
                .containsExactlyElementsOf(
                        NamedSelections.all().stream().map(NamedSelection::name).toList());
    }

    @Test
    void everyConfigurationKeyOfItsTableIsTaken() throws IOException {
        ObjectNode all = YAML.createObjectNode();
        rows().forEach((key, value) -> put(all, key, value));
        Path file = Files.writeString(folder.resolve("grip.yml"), YAML.writeValueAsString(all));

        Settings settings = Settings.load(file, Map.of());

        assertThat(ModelSettings.read(settings.models()).endpoints()).hasSize(7);
    }

    @Test
    void everyConfigurationKeyIsInItsTable() {
        List<String> keys = new ArrayList<>();
        for (var component : Settings.class.getRecordComponents()) {
            String name = kebab(component.getName());
            if (component.getType().isRecord()) {
                Arrays.stream(component.getType().getRecordComponents())
                        .forEach(inner -> keys.add(name + "." + kebab(inner.getName())));
            } else if (!name.equals("models")) {
                keys.add(name);
            }
        }

        assertThat(rows().keySet().stream().filter(key -> !key.startsWith("models.")))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void itsExampleOfModelServersGivesEveryRoleAServer() throws IOException {
        String example = yamlOf("With model servers of your own").get(0);
        Path file = Files.writeString(folder.resolve("grip.yml"), example);

        var models = ModelSettings.read(Settings.load(file, Map.of()).models());

        assertThat(models.endpoints()).hasSize(8);
        assertThat(models.judges()).hasSize(3);
        assertThat(models.endpoints()).allSatisfy(server -> assertThat(readme)
                .containsPattern("vllm serve " + Pattern.quote(server.model()) + " +--port "
                        + server.url().getPort() + " "));
    }

    @Test
    void itsTableOfAModelsKeysHasTheirDefaults() {
        Map<String, String> judge = new LinkedHashMap<>(Map.of("url", "http://localhost:1/v1", "model", "m"));
        section("With model servers of your own")
                .lines()
                .dropWhile(line -> !line.startsWith("| key |"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !CODE.matcher(line.split("\\|", -1)[2])
                        .results()
                        .toList()
                        .isEmpty())
                .forEach(line -> judge.put(last(CODE, line.split("\\|", -1)[1]), last(CODE, line.split("\\|", -1)[2])));

        assertThat(judge).containsKeys("max-concurrent", "timeout", "first-token-timeout", "idle-timeout", "weight");
        assertThat(ModelSettings.read(Map.of("judges", List.of(judge))).endpoints())
                .containsExactly(Endpoint.judge("m", "http://localhost:1/v1", "m", 1.0));
    }

    @Test
    void itsExampleOfTroubleIsTakenAndGripCanBePointedAtIt() throws IOException {
        List<String> examples = yamlOf("Rehearsing trouble");
        Path trouble = Files.writeString(folder.resolve("trouble.yml"), examples.get(0));
        Path grip = Files.writeString(folder.resolve("grip.yml"), examples.get(1));

        List<RehearsalConfig> servers = Rehearsals.read(trouble, PromptLibrary.load());
        var models = ModelSettings.read(Settings.load(grip, Map.of()).models());

        assertThat(servers).hasSize(3).allSatisfy(server -> assertThat(server.special())
                .isNotEmpty());
        assertThat(models.endpoints()).hasSize(7).allSatisfy(endpoint -> assertThat(servers)
                .anySatisfy(server -> {
                    assertThat(server.port()).isEqualTo(endpoint.url().getPort());
                    assertThat(server.model()).isEqualTo(endpoint.model());
                    assertThat(server.apiKey()).isEqualTo(endpoint.apiKey() == null ? "" : endpoint.apiKey());
                }));
    }

    @Test
    void itNamesEveryKindOfFaultAndNoOther() {
        String section = readme.substring(readme.indexOf("\n## Rehearsing trouble"));
        List<String> named = section.lines()
                .dropWhile(line -> !line.startsWith("| kind |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(line -> CODE.matcher(line.split("\\|", -1)[1]).results())
                .map(kind -> kind.group(1))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(FaultJson.allKinds());
    }

    /** The YAML blocks of one section. */
    private List<String> yamlOf(String heading) {
        return Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(section(heading))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private String section(String heading) {
        return readme.substring(readme.indexOf("\n## " + heading) + 1).replaceAll("(?s)\n## .*", "");
    }

    private static String last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    /** The keys of the configuration table with the value in its third column. */
    private Map<String, String> rows() {
        String section = readme.substring(readme.indexOf("\n## Configuration"));
        Map<String, String> rows = new LinkedHashMap<>();
        section.lines()
                .takeWhile(line -> !line.startsWith("## With"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> CODE.matcher(cells[1])
                        .results()
                        .forEach(key -> rows.put(
                                key.group(1),
                                CODE.matcher(cells[3])
                                        .results()
                                        .findFirst()
                                        .orElseThrow()
                                        .group(1))));
        return rows;
    }

    private static void put(ObjectNode all, String key, String value) {
        int dot = key.indexOf('.');
        if (dot >= 0) {
            put(all.withObjectProperty(key.substring(0, dot)), key.substring(dot + 1), value);
            return;
        }
        try {
            all.set(key, YAML.readTree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(key + ": " + value + " is not YAML", e);
        }
    }

    private static Map<String, Class<?>> subcommands(Class<?> command) {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        for (Class<?> below : command.getAnnotation(Command.class).subcommands()) {
            commands.put(below.getAnnotation(Command.class).name(), below);
        }
        return commands;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Stream<String> found(Pattern pattern, int group) {
        return pattern.matcher(readme).results().map(match -> match.group(group));
    }
}
