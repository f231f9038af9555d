package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Solves the stories it understands, wrongly as often as the personality says; refuses everything else. */
final class SolvingStage implements Stage {

    private final StoryReader reader;

    SolvingStage(StoryReader reader) {
        this.reader = reader;
    }

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        Optional<Story> story = reader.read(Stage.input(inputs, "problem"));
        if (story.isEmpty()) {
            return "This is a rehearsal server: it can only solve the problems that its own writer makes, and this is not"
                    + " one of them. No answer is given.";
        }
        List<Worksheet.Line> lines = story.get().solve();
        if (lines.isEmpty()) {
            return "The problem cannot be solved: a quantity that the solution needs is not stated. No answer is given.";
        }
        Dice dice = conversation.dice().about("solver");
        return text(dice.chance(conversation.personality().errors().solver()) ? slipped(lines, dice) : lines);
    }

    /** The same steps with a slip in the last one, as a model miscalculates. */
    private static List<Worksheet.Line> slipped(List<Worksheet.Line> lines, Dice dice) {
        List<Worksheet.Line> wrong = new ArrayList<>(lines);
        Worksheet.Line last = wrong.remove(wrong.size() - 1);
        long slip = dice.pick(List.of(1L, 2L, 10L));
        long value = last.value() > slip && dice.chance(0.5) ? last.value() - slip : last.value() + slip;
        wrong.add(new Worksheet.Line(last.meaning(), last.calculation(), value));
        return wrong;
    }

    private static String text(List<Worksheet.Line> lines) {
        String steps = lines.stream().map(Worksheet.Line::text).collect(Collectors.joining("\n"));
        return steps + "\n\nThe answer is \\boxed{"
                + lines.get(lines.size() - 1).value() + "}.";
    }
}
