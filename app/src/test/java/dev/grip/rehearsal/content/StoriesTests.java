package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Thousands of problems: written, read back, solved and judged. */
class StoriesTests {

    private static final int MANY = 2000;
    static final List<String> POINTS = List.of(
            "Calculating percentages",
            "Calculating discounts",
            "Calculating averages",
            "Understanding ratios",
            "Unit conversion",
            "Calculating speed",
            "Calculating wages",
            "Calculating overtime pay",
            "Halving",
            "Division with remainder",
            "Calculating area of rectangles",
            "Calculating perimeter",
            "Volume of a rectangular prism",
            "Age problems",
            "Solving linear equations",
            "Simple interest",
            "Calculating profit",
            "Sharing equally",
            "Scaling recipes",
            "Arithmetic sequences",
            "Exponential growth",
            "Value of coins",
            "Multiplication",
            "Subtraction",
            "Probability",
            "Fuel consumption",
            "Converting time units",
            "Calculating savings",
            "Multiplicative comparison",
            "Budgeting");

    private final StoryBook book = StoryBook.load();
    private final StoryReader reader = new StoryReader(book);
    private final BrainAtWork brain = BrainAtWork.flawless();

    private static String[] pair(int i) {
        String first = POINTS.get(i % POINTS.size());
        String second = POINTS.get((i / POINTS.size() * 7 + i + 1) % POINTS.size());
        return first.equals(second) ? new String[] {first} : new String[] {first, second};
    }

    @Test
    void everyProblemIsReadBackToTheSameText() {
        for (int i = 0; i < MANY; i++) {
            String problem = brain.write(i, pair(i));
            Story story = reader.read(problem).orElseThrow(() -> new AssertionError("Not understood: " + problem));

            assertThat(written(story)).isEqualTo(problem.substring(0, problem.lastIndexOf(". ") + 1));
        }
    }

    private static String written(Story story) {
        List<String> sentences = new ArrayList<>();
        for (Story.Scene scene : story.scenes()) {
            sentences.add(scene.block().text().write(slot -> scene.words().getOrDefault(slot, "?")));
        }
        return String.join(" ", sentences);
    }

    @Test
    void everyProblemThatLacksNothingIsSolvedAndItsSolutionApproved() {
        int solved = 0;
        for (int i = 0; i < MANY; i++) {
            String problem = brain.write(i, pair(i));
            String solution = brain.solve(i, problem);
            boolean complete = !problem.contains("several");

            assertThat(solution.contains("\\boxed{"))
                    .as(problem + "\n" + solution)
                    .isEqualTo(complete);
            assertThat(brain.approves(i, problem, solution))
                    .as(problem + "\n" + solution)
                    .isEqualTo(complete);
            solved += complete ? 1 : 0;
        }
        assertThat(solved).isGreaterThan(MANY / 2);
    }

    @Test
    void everyCalculationOfASolutionHoldsWhenCheckedByItself() {
        for (int i = 0; i < MANY; i++) {
            brain.solve(i, brain.write(i, pair(i)))
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .forEach(StoriesTests::assertHolds);
        }
    }

    private static void assertHolds(String line) {
        String calculation = line.substring(line.indexOf(": ") + 2, line.lastIndexOf(" = "));
        long value = Long.parseLong(line.substring(line.lastIndexOf(" = ") + 3));
        assertThat(Arithmetic.evaluate(calculation, Map.of())).as(line).hasValue(value);
        assertThat(value).isPositive();
    }

    @Test
    void everyBlockCanBeWrittenReadAndSolved() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 4 * MANY; i++) {
            reader.read(brain.write(i, pair(i))).ifPresent(story -> story.scenes()
                    .forEach(scene -> seen.add(scene.block().name())));
        }
        assertThat(book.blocks()).extracting(StoryBlock::name).allMatch(seen::contains);
    }

    @Test
    void moreThanNineOfTenProblemsDiffer() {
        Set<String> problems = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            problems.add(brain.write(i, "Calculating percentages", "Calculating discounts"));
        }
        assertThat(problems.size()).isGreaterThan(MANY * 9 / 10);
    }

    @Test
    void theSolverErrsAsOftenAsItsPersonalitySaysAndTheJudgeSeesIt() {
        for (double rate : List.of(0.04, 0.12, 0.3)) {
            BrainAtWork solver = new BrainAtWork(new Personality(0, 0, rate, 0), Map.of());
            int wrong = 0;
            int complete = 0;
            for (int i = 0; i < 2 * MANY; i++) {
                String problem = brain.write(i, pair(i));
                if (!problem.contains("several")) {
                    complete++;
                    wrong += brain.approves(i, problem, solver.solve(i, problem)) ? 0 : 1;
                }
            }
            assertThat((double) wrong / complete).isBetween(rate - 0.02, rate + 0.02);
        }
    }

    @Test
    void theJudgeErrsAsOftenAsItsPersonalitySays() {
        BrainAtWork judge = new BrainAtWork(new Personality(0, 0, 0, 0.05), Map.of());
        int wrong = 0;
        for (int i = 0; i < 2 * MANY; i++) {
            String problem = brain.write(i, pair(i));
            String solution = brain.solve(i, problem);
            wrong += judge.approves(i, problem, solution) == brain.approves(i, problem, solution) ? 0 : 1;
        }
        assertThat(wrong / (2.0 * MANY)).isBetween(0.04, 0.06);
    }

    @Test
    void aSlipInAMiddleStepIsSeenEvenIfTheAnswerIsRight() {
        String problem = "Mona has 5 bags with 19 ribbons in each bag and finds 37 more ribbons in a drawer."
                + " How many ribbons does Mona have?";
        String right = "In the bags: 5 * 19 = 95\nIn all: 95 + 37 = 132\n\nThe answer is \\boxed{132}.";

        assertThat(brain.solve(1, problem)).isEqualTo(right);
        assertThat(brain.approves(1, problem, right)).isTrue();
        assertThat(brain.approves(1, problem, right.replace("= 95", "= 85"))).isFalse();
        assertThat(brain.approves(1, problem, right.replace("boxed{132}", "boxed{131}")))
                .isFalse();
        assertThat(brain.approves(1, problem, "It is 132.")).isFalse();
    }

    @Test
    void foreignAndUnreadableProblemsAreRefusedHonestly() {
        for (String problem : List.of("What is 2 + 2?", "Mona has 5 bags with", "{".repeat(5000))) {
            assertThat(brain.solve(1, problem)).contains("rehearsal").doesNotContain("boxed");
            assertThat(brain.approves(1, problem, "\\boxed{4}")).isFalse();
            assertThat(brain.score(1, problem, "Addition")).isLessThan(0.85);
        }
    }

    @Test
    void difficultiesAreMixed() {
        Map<String, Integer> levels = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            String answer = brain.ask(i, "judging/rate-difficulty", Map.of("problem", brain.write(i, pair(i))));
            levels.merge(answer.substring(answer.lastIndexOf(' ') + 1), 1, Integer::sum);
        }
        assertThat(levels).containsOnlyKeys("low", "medium", "high");
        assertThat(levels.values()).allSatisfy(count -> assertThat(count).isGreaterThan(MANY / 10));
    }

    @Test
    void aStoryWithANumberTooLongToCountIsNotSolved() {
        String problem =
                "Mona has " + "9".repeat(40) + " bags with 19 ribbons in each bag and finds 37 more ribbons in a"
                        + " drawer. How many ribbons does Mona have?";

        assertThat(reader.read(problem)).map(Story::solve).isEqualTo(Optional.of(List.of()));
    }
}
