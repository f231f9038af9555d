package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.Constraint;
import dev.grip.rehearsal.structured.FreeAnswer;
import java.util.List;
import java.util.Locale;

/** A verdict as a model spoils it. */
final class SlippedAnswer {

    private static final List<String> MARKDOWN = List.of(
            "## Assessment\n\n- %s\n\n**%s:** %s",
            "### Review\n\n%s\n\n---\n\n**%s: %s**", "1. **Check.** %s\n\n### %s: %s", "%s\n\n> **%s**: `%s`");
    private static final List<String> WRAPPERS =
            List.of("**%s**", "`%s`", "\"%s\"", "$%s$", "\\boxed{%s}", "[%s]", "*%s*.", "__%s__");
    private static final List<String> REFUSALS = List.of(
            "I'm sorry, but I can't help with that.",
            "As an AI language model I am not able to judge this.",
            "I cannot assist with this request.");

    private final FreeAnswer said;
    private final VerdictKind kind;
    private final Dice dice;
    private final int budget;

    SlippedAnswer(FreeAnswer said, Dice dice, int budget) {
        this.said = said;
        this.kind = VerdictKind.of(said);
        this.dice = dice;
        this.budget = budget;
    }

    String text(JudgeSlip slip) {
        return switch (slip) {
            case MARKDOWN -> String.format(dice.pick(MARKDOWN), said.explanation(), said.label(), said.value());
            case WRAPPED_VALUE -> ending(String.format(dice.pick(WRAPPERS), said.value()));
            case CONTRADICTION -> line(kind.other(said, dice)) + "\n" + said.text();
            case OUT_OF_RANGE -> ending(kind.outside(dice));
            case OTHER_SCALE -> ending(kind.outOf(said, dice));
            case PROSE -> said.explanation() + " " + kind.sentence(said);
            case TEMPLATE_ECHO -> ending(dice.chance(0.5) ? kind.form() : placeholder());
            case THINKING_CLOSED -> (dice.chance(0.5) ? "<think>\n" : "") + thoughts() + "\n</think>\n\n" + said.text();
            case THINKING_UNCLOSED -> "<think>\n" + thoughts() + "\nWait, let me look at this once more.";
            case JSON -> dice.chance(0.5) ? "```json\n" + json() + "\n```" : json();
            case BROKEN_LATEX_JSON -> latexJson();
            case CUT_JSON -> json().substring(0, json().length() / 4 + dice.below(json().length() / 2));
            case WHITESPACE_LOOP -> Runaway.whitespace(said.explanation(), budget);
            case WRONG_LANGUAGE -> chinese();
            case REFUSAL -> dice.pick(REFUSALS);
            case EMPTY -> "";
        };
    }

    private String line(String value) {
        return said.label() + ": " + value;
    }

    private String ending(String value) {
        return said.explanation() + "\n" + line(value);
    }

    private String placeholder() {
        String label = said.label().toLowerCase(Locale.ROOT);
        return "{" + label.substring(label.lastIndexOf(' ') + 1) + "}";
    }

    /** Contains a verdict line that is not the verdict. */
    private String thoughts() {
        return "Okay, let me see. My first thought is\n" + line(kind.other(said, dice)) + "\nBut is that so? "
                + said.explanation();
    }

    private String json() {
        return new Constraint.AnyObject().answer(said, dice);
    }

    /** {@code \f} and {@code \t} are escapes of JSON: such a text is read without an error and destroyed. */
    private String latexJson() {
        String formula = dice.chance(0.5) ? "\\frac{3}{4} \\times 8 = 6" : "\\sqrt{9} = 3 and \\alpha = \\frac{1}{2}";
        return "{\"steps\": \"It follows that $" + formula + "$.\", " + json().substring(1);
    }

    private String chinese() {
        return "我检查了每一步。\n" + (dice.chance(0.5) ? kind.chinese(said) : said.label() + "：" + said.value());
    }
}
