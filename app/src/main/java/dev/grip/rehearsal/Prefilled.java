package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.wire.Outlet;
import dev.grip.rehearsal.wire.Response;
import java.util.function.Supplier;

/** An answer that is there when all prompts are prefilled, such as vectors and scores. */
record Prefilled(Supplier<ObjectNode> body, Errors errors) implements Answering {

    @Override
    public void complete(Outlet outlet, int cachedTokens) {
        outlet.whole(Response.json(200, WireJson.bytes(body.get())));
    }

    @Override
    public void failed(Outlet outlet, WireException error) {
        outlet.whole(errors.response(error));
    }
}
