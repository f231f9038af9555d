package dev.grip.rehearsal.structured;

import java.io.Serial;

/** A constraint that a server refuses with status 400: what is wrong with it, and the request field it stands in. */
public final class ConstraintException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;

    ConstraintException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
