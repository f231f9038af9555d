package dev.grip.rehearsal;

import dev.grip.rehearsal.faults.Effect.Shape;
import dev.grip.rehearsal.wire.Response;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that a real server would refuse, with the status and the words it would use. */
final class WireException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient HttpResponseStatus status;
    private final String type;
    private final @Nullable String param;

    private WireException(HttpResponseStatus status, String type, String message, @Nullable String param) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
    }

    static WireException badRequest(String message, @Nullable String param) {
        return new WireException(HttpResponseStatus.BAD_REQUEST, "BadRequestError", message, param);
    }

    static WireException unknownModel(String model) {
        return new WireException(
                HttpResponseStatus.NOT_FOUND, "NotFoundError", "The model `" + model + "` does not exist.", "model");
    }

    /** Refused before any endpoint saw it: the type is then the reason phrase of the status. */
    static WireException of(HttpResponseStatus status) {
        return of(status, status.reasonPhrase());
    }

    /** An error with these words whose type is the reason phrase of its status. */
    static WireException of(HttpResponseStatus status, String message) {
        return new WireException(status, status.reasonPhrase(), message, null);
    }

    /** The engine is gone. */
    static WireException engineDead() {
        return new WireException(
                HttpResponseStatus.INTERNAL_SERVER_ERROR,
                "InternalServerError",
                "EngineCore encountered an issue. See stack trace (above) for the root cause.",
                null);
    }

    HttpResponseStatus status() {
        return status;
    }

    Response response(Shape shape) {
        return ErrorBody.of(this, shape);
    }

    String words() {
        return String.valueOf(getMessage());
    }

    String type() {
        return type;
    }

    @Nullable
    String param() {
        return param;
    }
}
