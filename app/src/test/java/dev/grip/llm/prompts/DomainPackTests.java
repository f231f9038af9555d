package dev.grip.llm.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped prompts of every domain. */
class DomainPackTests {

    private static final Path PROMPTS = Path.of("../prompts");

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "knowledge/extract-knowledge-points", Set.of("limit", "problem", "solution"),
            "knowledge/check-quality", Set.of("name"),
            "knowledge/check-same-meaning", Set.of("first", "second"),
            "knowledge/name-class", Set.of("names"),
            "synthesis/write-problem", Set.of("knowledge_points"),
            "synthesis/solve-problem", Set.of("problem"),
            "judging/judge-problem", Set.of("knowledge_points", "problem"),
            "judging/rate-difficulty", Set.of("problem"),
            "judging/judge-solution", Set.of("problem", "solution"));

    /** What the stages read an answer by. */
    private static final Map<String, String> ENDING = Map.of(
            "knowledge/extract-knowledge-points", "1. Name",
            "knowledge/check-quality", "Verdict: keep, vague, wrong or too_detailed",
            "knowledge/check-same-meaning", "Answer: True or False",
            "knowledge/name-class", "Name: the name",
            "synthesis/write-problem", "New Problem: ",
            "synthesis/solve-problem", "\\boxed{}",
            "judging/judge-problem", "Evaluation Score: ",
            "judging/rate-difficulty", "Difficulty: low, medium or high",
            "judging/judge-solution", "Answer: True or False");

    static List<String> domains() {
        return PromptLibrary.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("domains")
    void everyPromptOfADomainFitsItsStage(String domain) {
        PromptLibrary library = PromptLibrary.load(domain, null);
        NEEDED.forEach((name, inputs) -> {
            Prompt prompt = library.require(name, inputs);
            assertThat(prompt.version()).as(name).isPositive();
            assertThat(prompt.template()).as(name).contains(ENDING.get(name));
            assertThat(prompt.system()).as(name).isNotBlank();
        });
    }

    /** Servers keep what prompts have in common at their beginning, so what varies comes last. */
    @ParameterizedTest
    @MethodSource("domains")
    void whatIsFixedComesFirst(String domain) {
        PromptLibrary library = PromptLibrary.load(domain, null);
        for (String name : NEEDED.keySet()) {
            String template = library.get(name).template();
            assertThat(template.indexOf("{{")).as(name).isGreaterThan(template.length() * 4 / 5);
        }
    }

    @Test
    void everyFileIsOneThatADomainUses() throws IOException {
        Set<String> used = new HashSet<>();
        for (String domain : domains()) {
            NEEDED.keySet()
                    .forEach(name -> used.add(
                            Files.exists(PROMPTS.resolve(domain + "/" + name + ".md")) ? domain + "/" + name : name));
        }
        try (Stream<Path> files = Files.walk(PROMPTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> PROMPTS.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(
                            used.stream().map(name -> name + ".md").toList());
        }
    }
}
