package dev.grip.knowledge.calibration;

import dev.grip.knowledge.quality.QualityFilter;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.verdicts.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A quality filter measured on labelled names: {@code confusion} counts, by a person's verdict and then by the model's, in the order
 * of {@link QualityFilter#VERDICTS} and then undecided; {@code mistakes} are the names whose fate, kept or dropped, is wrong.
 */
public record FilterTrial(
        String model,
        boolean rehearsal,
        int names,
        int right,
        int rightFate,
        Map<String, Map<String, Integer>> confusion,
        List<Mistake> mistakes) {

    /** A name that a person would keep and the model drops, or the other way round. */
    public record Mistake(String text, String expected, String answered, String why) {}

    private record Answered(LabelledMention mention, String verdict) {

        boolean right() {
            return verdict.equals(mention.verdict());
        }

        boolean rightFate() {
            return kept(verdict) == kept(mention.verdict());
        }

        private static boolean kept(String verdict) {
            return verdict.equals(QualityFilter.KEEP);
        }
    }

    /** How many names {@link #run} asks about. */
    public static int questions() {
        return Labels.mentions().size();
    }

    /** Asks the model about every labelled name; {@code progress} hears of each. */
    public static FilterTrial run(ChatModel filter, PromptLibrary prompts, Calls calls, LongConsumer progress) {
        Question<String> question = QualityFilter.question(filter, prompts);
        List<Answered> answers = new ArrayList<>();
        calls.each(Labels.mentions(), mention -> ask(question, mention), answer -> {
            answers.add(answer);
            progress.accept(1);
        });
        return of(filter, answers);
    }

    private static Answered ask(Question<String> question, LabelledMention mention) {
        var reading = question.ask(Map.of("name", mention.text())).reading();
        return new Answered(mention, reading.value().orElse(QualityFilter.UNDECIDED));
    }

    private static FilterTrial of(ChatModel filter, List<Answered> answers) {
        Map<String, Map<String, Integer>> confusion = new LinkedHashMap<>();
        QualityFilter.VERDICTS.forEach(expected -> confusion.put(expected, none()));
        List<Mistake> mistakes = new ArrayList<>();
        for (Answered answer : answers) {
            LabelledMention mention = answer.mention();
            confusion.getOrDefault(mention.verdict(), Map.of()).merge(answer.verdict(), 1, Integer::sum);
            if (!answer.rightFate()) {
                mistakes.add(new Mistake(mention.text(), mention.verdict(), answer.verdict(), mention.why()));
            }
        }
        return new FilterTrial(
                filter.served().name(),
                filter.served().rehearsal(),
                answers.size(),
                (int) answers.stream().filter(Answered::right).count(),
                answers.size() - mistakes.size(),
                confusion,
                mistakes);
    }

    private static Map<String, Integer> none() {
        Map<String, Integer> none = new LinkedHashMap<>();
        QualityFilter.VERDICTS.forEach(verdict -> none.put(verdict, 0));
        none.put(QualityFilter.UNDECIDED, 0);
        return none;
    }
}
