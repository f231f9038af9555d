package dev.grip.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.Combination;
import dev.grip.llm.Answer;
import dev.grip.llm.Usage;
import dev.grip.llm.fleet.ScriptedModel;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.PromptLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemWriterTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "none",
            textBlock =
                    """
                    New Problem: What is $2+3$?                           | What is $2+3$?
                    New Problem:\\nWhat is it?\\n                         | What is it?
                    Sure!\\n\\nNew Problem: What is it?                   | What is it?
                    **New Problem:** What is **it**?                      | What is **it**?
                    **New Problem: What is it?**                          | What is it?
                    ## new problem：What is it?                            | What is it?
                    New Problem: a\\nNo, better:\\nNew Problem: b         | b
                    New Problem: Ann has a New Problem: what is it?       | Ann has a New Problem: what is it?
                    <think>New Problem: draft</think>New Problem: final   | final
                    <think>\\nNew Problem: draft\\n</think>\\nDone.       | none
                    <think>\\nNew Problem: draft                          | none
                    New Problem: What?\\n\\n**Solution:** It is 5.        | What?
                    New Problem: What?\\nAnswer: 5                        | What?
                    New Problem: the text of the problem                  | none
                    New Problem:                                          | none
                    New Problem: **                                       | none
                    What is $2+3$?                                        | none
                    """)
    void takesTheTextAfterTheLastMark(String text, String problem) {
        assertThat(ProblemWriter.parse(complete(text.replace("\\n", "\n")))).isEqualTo(problem);
    }

    @Test
    void takesNothingFromAnAnswerThatIsCutOff() {
        assertThat(ProblemWriter.parse(new Answer.Truncated("New Problem: What is", new Usage(1, 1))))
                .isNull();
    }

    @Test
    void sendsTheNamesOfTheKnowledgePointsAndNothingElse() {
        try (ScriptedModel generator = ScriptedModel.saying("g", question -> "New Problem: What is $2+3$?")) {
            Problem problem = new ProblemWriter(generator.chat(), PromptLibrary.load()).write(combination(0));

            assertThat(problem.text()).isEqualTo("What is $2+3$?");
            assertThat(problem.trouble()).isNull();
            assertThat(problem.combination()).isEqualTo("c1");
            assertThat(problem.origin().model()).isEqualTo("g");
            String template =
                    PromptLibrary.load().get("synthesis/write-problem").template();
            assertThat(generator.asked())
                    .containsExactly(
                            template.replace("{{knowledge_points}}", "1. Addition\n2. Area of a {{rectangle}}"));
        }
    }

    @Test
    void thePromptHasNoPlaceForSeeds() {
        var prompt = PromptLibrary.load().require("synthesis/write-problem", Set.of("knowledge_points"));
        assertThat(prompt.inputs()).containsExactly("knowledge_points");
        assertThat(Pattern.compile("\\{\\{(?!knowledge_points}})")
                        .matcher(prompt.system() + prompt.user())
                        .find())
                .isFalse();
    }

    @Test
    void saysWhatWasWrongWithAnAnswerThatHoldsNoProblem() {
        assertThat(trouble(Said.whole("Sorry, no.")))
                .isEqualTo("the generator's answer was without 'New Problem:' and a text");
        assertThat(trouble(Said.cut("New Problem: What"))).isEqualTo("the generator's answer was truncated");
        assertThat(trouble(Said.whole(" "))).isEqualTo("the generator's answer was empty");
        assertThat(trouble(Said.refused())).startsWith("the generator's answer was bad_request: model server http://");
    }

    private static String trouble(Said said) {
        try (ScriptedModel generator = new ScriptedModel("g", 1, false, question -> said)) {
            Problem problem = new ProblemWriter(generator.chat(), PromptLibrary.load()).write(combination(0));
            assertThat(problem.text()).isNull();
            return Objects.requireNonNull(problem.trouble());
        }
    }

    @Test
    void theKeyIsKnownBeforeAndDiffersByAllThatShapesTheText(@TempDir Path folder) throws IOException {
        try (ScriptedModel one = ScriptedModel.saying("one", question -> "New Problem: x");
                ScriptedModel two = ScriptedModel.saying("two", question -> "New Problem: x")) {
            ProblemWriter writer = new ProblemWriter(one.chat(), PromptLibrary.load());
            String key = writer.key(combination(0));
            assertThat(writer.write(combination(0)).key())
                    .isEqualTo(key)
                    .isEqualTo(new ProblemWriter(one.chat(), PromptLibrary.load()).key(combination(0)));

            Files.createDirectories(folder.resolve("synthesis"));
            Files.writeString(
                    folder.resolve("synthesis/write-problem.md"),
                    Files.readString(Path.of("../prompts/math/synthesis/write-problem.md"))
                            .replace("version: 1", "version: 2"));
            assertThat(List.of(
                            key,
                            writer.key(combination(1)),
                            new ProblemWriter(two.chat(), PromptLibrary.load()).key(combination(0)),
                            new ProblemWriter(one.chat(), PromptLibrary.load("math", folder)).key(combination(0))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyRepetitionIsDrawnWithItsOwnSeed() {
        try (ScriptedModel generator = ScriptedModel.saying("g", question -> "New Problem: x")) {
            ProblemWriter writer = new ProblemWriter(generator.chat(), PromptLibrary.load());
            assertThat(List.of(
                            writer.write(combination(0)).origin().seed(),
                            writer.write(combination(1)).origin().seed(),
                            writer.write(combination(2)).origin().seed()))
                    .doesNotHaveDuplicates()
                    .allSatisfy(seed -> assertThat(seed).isNotNegative());
        }
    }

    private static Answer complete(String text) {
        return new Answer.Complete(text, new Usage(1, 1));
    }

    private static Combination combination(int sample) {
        return new Combination(
                "c1", "ONE_HOP", 1, 1, List.of("a", "b"), List.of("Addition", "Area of a {{rectangle}}"), sample);
    }
}
