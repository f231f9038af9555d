package dev.grip.rehearsal;

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
        return new WireException(status, status.reasonPhrase(), status.reasonPhrase(), null);
    }

    HttpResponseStatus status() {
        return status;
    }

    Reply reply() {
        return Reply.json(status, WireJson.error(this));
    }

    String type() {
        return type;
    }

    @Nullable
    String param() {
        return param;
    }
}
