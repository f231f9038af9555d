package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Shape;
import dev.grip.rehearsal.wire.Response;
import io.netty.handler.codec.http.HttpResponseStatus;

/** How an error looks on the wire, in each shape that model servers and the proxies before them have. */
final class ErrorBody {

    private ErrorBody() {}

    static Response of(WireException error, Shape shape) {
        int status = error.status().code();
        return switch (shape) {
            case USUAL, OBJECT -> Response.json(status, WireJson.bytes(object(error)));
            case FLAT -> Response.json(status, WireJson.bytes(flat(error)));
            case STRING ->
                Response.json(
                        status,
                        WireJson.bytes(
                                WireJson.object().put("error", error.status().reasonPhrase())));
            case TEXT -> Response.text(status, "text/plain; charset=utf-8", error.words());
            case HTML -> Response.text(status, "text/html", page(error));
        };
    }

    /** What a fault says instead of an answer, in the shape of this server if it has none of its own. */
    static Response of(Effect.Status fault, Errors errors) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(fault.status());
        String words = padded(fault.message().isEmpty() ? words(status) : fault.message(), fault.size());
        WireException error =
                fault.status() == 400 ? WireException.badRequest(words, null) : WireException.of(status, words);
        Response response = fault.shape() == Shape.USUAL ? errors.response(error) : of(error, fault.shape());
        return fault.retryAfter().isZero()
                ? response
                : response.with("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
    }

    private static String padded(String words, int size) {
        int missing = size - words.length();
        return missing > 0 ? words + " " + "x".repeat(missing) : words;
    }

    static ObjectNode object(WireException error) {
        ObjectNode body = WireJson.object();
        fill(body.putObject("error"), error);
        return body;
    }

    private static ObjectNode flat(WireException error) {
        ObjectNode body = WireJson.object().put("object", "error");
        fill(body, error);
        return body;
    }

    private static void fill(ObjectNode body, WireException error) {
        body.put("message", error.getMessage())
                .put("type", error.type())
                .put("param", error.param())
                .put("code", error.status().code());
    }

    private static String words(HttpResponseStatus status) {
        return switch (status.code()) {
            case 429 -> "Rate limit reached. Please try again later.";
            case 500 -> "Internal server error";
            case 503 ->
                "The engine is currently busy and cannot accept new requests."
                        + " Please try again later or on a different instance.";
            default -> status.reasonPhrase();
        };
    }

    /** The page that nginx shows; what would not be on it is in a comment. */
    private static String page(WireException error) {
        String title = error.status().code() + " " + error.status().reasonPhrase();
        return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n<!-- " + error.words()
                + " -->\r\n";
    }
}
