package dev.grip.llm.verdicts;

import dev.grip.llm.Answer;
import dev.grip.llm.ServedModel;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.prompts.PromptedModel.Again;
import java.util.Map;

/**
 * One model asked one prompt for a verdict. When the answer cannot be read, the model is asked once more: for the verdict alone,
 * constrained where the server can do that, or with more room if the answer was cut off or never began. Thread-safe.
 */
public final class Question<V> {

    /** How much more room an answer gets that did not fit. */
    private static final int MORE = 2;

    private final PromptedModel model;
    private final VerdictReader<V> reader;

    public Question(PromptedModel model, VerdictReader<V> reader) {
        this.model = model;
        this.reader = reader;
    }

    /** A verdict with everything the model said on the way to it, and what produced that. */
    public record Asked<V>(Reading<V> reading, String text, Origin origin) {}

    public ServedModel served() {
        return model.served();
    }

    /** Asks; throws {@link dev.grip.llm.ModelServerException} when the server, not the question, is the trouble. */
    public Asked<V> ask(Map<String, String> inputs) {
        PromptedModel.Reply reply = model.ask(inputs, 0);
        Asked<V> first = new Asked<>(reader.read(reply.answer()), reply.answer().text(), reply.origin());
        Asked<V> last = first.reading().found() == null ? again(inputs, reply.answer(), first) : first;
        model.noteReading(last.reading().path(), last.reading().atOnce());
        return last;
    }

    private Asked<V> again(Map<String, String> inputs, Answer answer, Asked<V> first) {
        int room = model.prompt().sampling().maxTokens();
        if (answer instanceof Answer.Truncated || answer instanceof Answer.Empty) {
            Answer longer = model.askAgain(inputs, 0, new Again("", "", room * MORE, null));
            return joined(first, longer, reader.read(longer));
        }
        if (answer instanceof Answer.Complete) {
            Again again = new Again(answer.text(), reader.request(), room, reader.constraint());
            Answer verdict = model.askAgain(inputs, 0, again);
            return joined(first, verdict, reader.readAlone(verdict));
        }
        return first;
    }

    private static <V> Asked<V> joined(Asked<V> first, Answer second, Reading<V> reading) {
        Reading<V> whole =
                reading.found() == null ? Reading.none(first.reading().path()) : reading.by(Reading.ASKED_AGAIN);
        String text = first.text().isBlank() ? second.text() : first.text() + "\n\n[asked again]\n" + second.text();
        return new Asked<>(whole, text, first.origin());
    }
}
