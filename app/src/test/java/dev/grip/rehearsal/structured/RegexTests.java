package dev.grip.rehearsal.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of a regular expression, as {@code java.util.regex} understands it. */
class RegexTests {

    private static final List<String> ANSWERS =
            List.of("It is so.\nEvaluation Score: 0.94", "No.\nAnswer: False", "Steps.\nDifficulty: low", "", "a.b");

    @Test
    void everyAnswerMatchesWhateverTheExpression() {
        for (int seed = 0; seed < 4000; seed++) {
            String regex = RandomRegex.draw(seed);
            String answer = answer(regex, ANSWERS.get(seed % ANSWERS.size()), seed);

            assertThat(Pattern.matches(regex, answer))
                    .as("'%s' for %s", answer, regex)
                    .isTrue();
        }
    }

    @Test
    void expressionsMatchWhatTheUsualEngineMatches() {
        for (int seed = 0; seed < 2000; seed++) {
            String regex = RandomRegex.draw(seed);
            String near = answer(RandomRegex.draw(seed / 2), "", seed);
            for (String text : List.of(near, "a", "", "Score: 0.5", "aa\n\n")) {
                assertThat(RegexReader.read("regex", regex).matches(text))
                        .as("'%s' for %s", text, regex)
                        .isEqualTo(Pattern.matches(regex, text));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
            Answer: True           ! (True|False)                                    ! True
            Answer: False          ! ^(?:true|false)$                                ! false
            Answer: False          ! (yes|no)                                        ! no
            Answer: True           ! Verdict: (True|False)                           ! Verdict: True
            Answer: False          ! [A-Za-z ]*: (True|False)                        ! Answer: False
            Answer: False          ! [A-Z ]*= (True|False)                           ! = False
            Answer: False          ! Answer: (True|False)                            ! Answer: False
            Answer: True           ! <verdict>(True|False)</verdict>                 ! <verdict>True</verdict>
            Answer: True           ! \\{"verdict": "(True|False)"\\}                   ! {"verdict": "True"}
            Evaluation Score: 0.94 ! [01]\\.\\d{2}                                     ! 0.94
            Evaluation Score: 0.94 ! (0(\\.\\d{1,2})?|1(\\.0{1,2})?)                    ! 0.94
            Evaluation Score: 0.94 ! 0\\.\\d|1\\.0                                      ! 0.9
            Evaluation Score: 0.96 ! 0\\.\\d|1\\.0                                      ! 1.0
            Evaluation Score: 0.9  ! 0\\.\\d{3}                                        ! 0.900
            Evaluation Score: 0.94 ! Evaluation Score: [01]\\.\\d\\d                    ! Evaluation Score: 0.94
            Evaluation Score: 0.94 ! Score=0\\.\\d\\d;                                  ! Score=0.94;
            Evaluation Score: 0.94 ! ([0-9]|10)                                      ! 9
            Evaluation Score: 0.94 ! \\d{1,3} ?%                                       ! 94%
            Difficulty: medium     ! (low|medium|high)                               ! medium
            Answer: False          ! Right \\(yes or no\\): (yes|no)                   ! Right (yes or no): no
            Evaluation Score: 0.94 ! From 0 to 1: [01]\\.\\d{2}\\.                    ! From 0 to 1: 0.94.
            Difficulty: high       ! Level: (EASY|MEDIUM|HARD)\\.                      ! Level: HARD.
            """)
    void aVerdictIsSaidInTheFormThatWasAskedFor(String last, String regex, String expected) {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(answer(regex, "For good reason.\n" + last, seed)).isEqualTo(expected);
        }
    }

    @Test
    void aWholeAnswerThatMatchesStays() {
        String said = "Recomputing gives 7.\nAnswer: True";

        assertThat(answer("[^\\n]{1,200}\\nAnswer: (True|False)", said, 1)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
            a(?=b)   ! (?=
            (?<n>a)  ! (?<
            (?i)a    ! (?i
            a\\b      ! \\b
            (a)\\1    ! \\1
            \\p{L}    ! \\p
            a+?      ! +?
            a*+      ! *+
            a^b      ! ^
            (a$)     ! $
            [a       ! [
            []       ! class
            [[:alpha:]] ! '['
            [z-a]    ! backwards
            (a       ! (
            a)       ! )
            *        ! *
            a{x}     ! {
            a{2,1}   ! {
            a{99999} ! more than
            """)
    void anUnsupportedConstructIsNamed(String regex, String named) {
        assertThatThrownBy(() -> answer(regex, "", 1))
                .isInstanceOf(ConstraintException.class)
                .hasMessageContaining("does not support")
                .hasMessageContaining(named);
    }

    @Test
    void answersStayShortAndAreMadeAtOnceHoweverTheExpressionRepeatsItself() {
        String nested = "(".repeat(20) + "a?" + ")*".repeat(20);
        String hostile = "(a+)+b";
        String long_ = "(x{10}){900}";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int seed = 0; seed < 50; seed++) {
                assertThat(answer(nested, "a".repeat(2000), seed)).hasSizeLessThan(10_000);
                assertThat(answer(hostile, "a".repeat(2000), seed)).hasSizeLessThan(10_000);
                assertThat(answer(long_, "Answer: True", seed)).hasSize(9000);
            }
        });
    }

    private static String answer(String regex, String said, long seed) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("structured_outputs").put("regex", regex);
        return Constraint.of(request).answer(FreeAnswer.of(said), new Draws(seed));
    }
}
