package dev.grip.rehearsal;

import dev.grip.rehearsal.faults.Effect.Shape;
import dev.grip.rehearsal.wire.Response;

/** How one server writes errors down. */
record Errors(WireOptions options) {

    Response response(WireException error) {
        if (error.status().code() == 401) {
            return ErrorBody.of(error, Shape.STRING);
        }
        return ErrorBody.of(error, options.errors() == WireOptions.ErrorFormat.FLAT ? Shape.FLAT : Shape.OBJECT);
    }

    /** A prompt that does not fit, or does not with the answer asked for; {@code output} 0 is none asked for. */
    WireException tooLong(int limit, int prompt, int output) {
        return switch (options.contextError()) {
            case REQUESTED_OUTPUT ->
                WireException.badRequest(
                        "This model's maximum context length is " + limit + " tokens. However, you requested "
                                + Math.max(1, output) + " output tokens and your prompt contains " + prompt
                                + " input tokens. Please reduce the length of the input messages or max_tokens.",
                        "input_tokens");
            case PASSED_INPUT ->
                WireException.badRequest(
                        "You passed " + prompt + " input tokens and requested " + output
                                + " output tokens. However, the model's context length is only " + limit
                                + " tokens, resulting in a maximum input length of " + Math.max(0, limit - output)
                                + " tokens. Please reduce the length of the input prompt. (parameter=input_tokens, value="
                                + prompt + ")",
                        "input_tokens");
            case IN_THE_MESSAGES ->
                WireException.badRequest(
                        "This model's maximum context length is " + limit + " tokens. However, you requested "
                                + (prompt + output) + " tokens (" + prompt + " in the messages, " + output
                                + " in the completion). Please reduce the length of the messages or completion.",
                        null);
        };
    }
}
