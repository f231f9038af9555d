package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.Prompt;
import dev.grip.rehearsal.engine.Sequence;
import dev.grip.rehearsal.wire.Event;
import dev.grip.rehearsal.wire.Outlet;
import dev.grip.rehearsal.wire.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a call is going to be answered, before it is known how fast. */
record Spoken(Form form, List<Choice> choices, Counting counting, Errors errors) {

    Spoken {
        choices = List.copyOf(choices);
    }

    /** What usage is made of, beside the choices. */
    record Counting(int promptTokens, boolean withCached) {}

    Usage usage(int cachedTokens) {
        return new Usage(
                counting.promptTokens(),
                choices.stream().mapToInt(Choice::tokens).sum(),
                choices.stream().mapToInt(Choice::reasoningTokens).sum(),
                cachedTokens,
                counting.withCached());
    }

    /** What it asks of the engine; the news comes every so many tokens, or with 0 at the end. */
    Work work(Function<Choice, Prompt> prompts, int chunkTokens, Answering answering) {
        List<Sequence.Plan> plans = new ArrayList<>();
        for (Choice choice : choices) {
            String reason = choice.finishReason() == null ? "stop" : choice.finishReason();
            // Even an empty answer takes the token that ends it.
            int tokens = Math.max(1, choice.tokens());
            plans.add(new Sequence.Plan(prompts.apply(choice), tokens, chunkTokens, choice.index(), reason));
        }
        return new Work(plans, answering);
    }

    /** All at once, when the last sequence is done. */
    Answering whole() {
        return new Answering() {
            @Override
            public void complete(Outlet outlet, int cachedTokens) {
                outlet.whole(Response.json(200, WireJson.bytes(form.whole(choices, usage(cachedTokens)))));
            }

            @Override
            public void failed(Outlet outlet, WireException error) {
                outlet.whole(errors.response(error));
            }
        };
    }

    /** Event by event. */
    Answering streamed(Streaming.Style style) {
        return new Streaming(this, style);
    }

    Event error(WireException error) {
        return new Event(Event.Kind.ERROR, WireJson.text(ErrorBody.object(error)));
    }
}
