package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Graph;
import dev.grip.graph.GraphException;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a caller hears of failures that are not the caller's. */
class ErrorHandlersTests {

    @Test
    void aDatabaseThatIsGoneIsServiceUnavailableWithWhatToDo() {
        var gone = Assertions.catchThrowableOfType(
                GraphException.class, () -> Graph.connect(URI.create("bolt://127.0.0.1:1"), "neo4j", "hush", "neo4j"));

        var response = new ErrorHandlers().databases().handle(HttpRequest.GET("/api/v1/funnel"), gone);

        assertThat(response.code()).isEqualTo(503);
        assertThat(response.getContentType()).map(Object::toString).hasValue(Problem.MEDIA_TYPE);
        assertThat(response.body().detail()).contains("start it").doesNotContain("hush");
    }
}
