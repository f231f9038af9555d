package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What simulated models answer to the shipped prompts about names and seeds. */
class BrainTests {

    private final BrainAtWork brain = BrainAtWork.flawless();

    @Test
    void anUnknownQuestionGetsAnHonestAnswer() {
        assertThat(brain.say(1, "What is the capital of France?")).startsWith("This is a rehearsal server");
        assertThat(brain.say(1, "")).startsWith("This is a rehearsal server");
    }

    @Test
    void aPromptWithoutARehearsalIsNamed() {
        assertThatThrownBy(() -> Brain.of(Map.of("knowledge/guess", "x"), Map.of()))
                .hasMessageContaining("knowledge/guess")
                .hasMessageContaining("knowledge/check-quality");
    }

    @Test
    void anEditedPromptKeepsWorking() {
        Brain edited = Brain.of(Map.of("knowledge/check-quality", "Is it good? >>{{name}}<<\nAnswer."), Map.of());
        Conversation asked = new Conversation(
                "m",
                List.of(new Conversation.Turn("user", "Is it good? >>Arithmetic<<\r\nAnswer.\n")),
                Personality.FLAWLESS,
                Manner.plain());

        assertThat(edited.answer(asked)).endsWith("Verdict: vague");
    }

    @Test
    void aPromptIsReadInLinearTime() {
        PromptShape shape = new PromptShape("p", "a {{first}} b {{second}} c {{third}} d");
        String hostile = "a " + " b  c ".repeat(200_000) + " x";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(shape.inputsOf(PromptShape.tidy(hostile))).isEmpty();
            assertThat(shape.inputsOf(PromptShape.tidy(hostile + " d"))).isPresent();
        });
    }

    @Test
    void everyInputOfAShippedPromptIsDeclaredAndUsed() {
        for (String name : Prompts.NAMES) {
            String file = Prompts.file(name);
            String declared =
                    file.substring(file.indexOf("inputs: [") + 9, file.indexOf(']', file.indexOf("inputs: [")));
            Set<String> used = new HashSet<>();
            java.util.regex.Pattern.compile("\\{\\{(\\w+)}}")
                    .matcher(file)
                    .results()
                    .forEach(match -> used.add(match.group(1)));

            assertThat(file).startsWith("---\nname: " + name + "\nversion: ").contains("## System\n", "## User\n");
            assertThat(used).as(name).containsExactlyInAnyOrder(declared.split(", ", -1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Problem-solving strategies                                | vague
            Understanding and applying word problems                  | vague
            Arithmetic                                                | vague
            A series converges if its terms approach zero             | wrong
            Solving the quadratic equation x^2+5x+6=0 by factoring    | too_detailed
            Adding 3 and 4 to get 7                                   | too_detailed
            Calculating the cost of all of the apples that Mary bought | too_detailed
            Calculating percentages                                   | keep
            Multiplication                                            | keep
            Volume of a rectangular prism                             | keep
            """)
    void namesAreSortedByQuality(String name, String verdict) {
        assertThat(brain.quality(name)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Calculating percentages      | Computing percentage       | true
            Unit conversion              | Converting units           | true
            Calculating averages         | Finding the mean           | true
            Multiplication of fractions  | Multiplying fractions      | true
            Addition                     | Adding numbers             | true
            Division of quantities       | Dividing                   | true
            Solving linear equations     | Linear equation            | true
            Arithmetic sequences         | Geometric sequences        | false
            Sine function                | Cosine function            | false
            Addition                     | Subtraction                | false
            Area of a rectangle          | Area of a triangle         | false
            Addition                     | Addition of fractions      | false
            Division                     | Division with remainder    | false
            """)
    void namesAreComparedByMeaning(String first, String second, boolean same) {
        assertThat(brain.same(first, second)).isEqualTo(same);
        assertThat(brain.same(second, first)).isEqualTo(same);
    }

    @Test
    void recordedKnowledgePointsAreReplayedWhateverTheSpacing() {
        BrainAtWork replaying = new BrainAtWork(
                Personality.FLAWLESS, Map.of("Ann has 2 pens.  How many?", List.of("Counting", "Addition", "Naming")));

        assertThat(replaying.extract("Ann has 2 pens. How many?", "2", 5))
                .containsExactly("Counting", "Addition", "Naming");
        assertThat(replaying.extract("Ann has 2 pens. How many?", "2", 2)).containsExactly("Counting", "Addition");
    }

    @Test
    void aSeedIsReadByRules() {
        List<String> names = brain.extract(
                "A jacket costs $80 and has a discount of 20%. What does it cost after the discount?",
                "80 * 20 / 100 = 16\n80 - 16 = 64", 5);

        assertThat(names).hasSizeBetween(2, 5).doesNotHaveDuplicates();
        assertThat(names).anyMatch(name -> name.contains("iscount") || name.contains("ercentage"));
        assertThat(brain.extract("Tom has 3.", "3", 1)).hasSize(1);
    }

    @Test
    void aSolvedProblemThatNamesAnotherPartOfThePromptIsStillRead() {
        List<String> names = brain.extract("How many?\n\nSolution:\nnone", "Solution:\n3 + 4 = 7", 5);

        assertThat(names).anyMatch(name -> name.startsWith("Add"));
    }
}
