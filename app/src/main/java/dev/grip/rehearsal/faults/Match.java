package dev.grip.rehearsal.faults;

/**
 * Which requests a fault fits; an empty text fits all.
 *
 * @param path how the path begins; empty means every POST below {@code /v1}, that is, calls and not questions about health
 * @param model the model asked for
 * @param requestId a part of {@code X-Request-Id}
 * @param body a text in the body
 */
public record Match(String path, String model, String requestId, String body) {

    /** Every call of an endpoint. */
    public static final Match ANY_CALL = new Match("", "", "", "");

    public Match withPath(String begin) {
        return new Match(begin, model, requestId, body);
    }

    public Match withModel(String name) {
        return new Match(path, name, requestId, body);
    }

    public Match withRequestId(String part) {
        return new Match(path, model, part, body);
    }

    public Match withBody(String text) {
        return new Match(path, model, requestId, text);
    }

    /** What a fault can know of a request. */
    public interface Asked {

        boolean post();

        String path();

        String requestId();

        /** The model it names, empty if none. */
        String model();

        String body();
    }

    boolean fits(Asked asked) {
        return fitsPath(asked)
                && asked.requestId().contains(requestId)
                && (model.isEmpty() || asked.model().equals(model))
                && (body.isEmpty() || asked.body().contains(body));
    }

    private boolean fitsPath(Asked asked) {
        return path.isEmpty()
                ? asked.post() && asked.path().startsWith("/v1/")
                : asked.path().startsWith(path);
    }
}
