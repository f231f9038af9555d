package dev.grip.web;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.RunStatus;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller(Site.API + "/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "runs", description = "New problems from combinations, judged, solved and judged again")
final class RunController {

    private final Grip grip;

    RunController(Grip grip) {
        this.grip = grip;
    }

    /** Starts a run in the background. Its address is in the Location header. */
    @Post
    @ApiResponse(responseCode = "202", description = "The run has started")
    @ApiResponse(
            responseCode = "400",
            description = "The request cannot be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    HttpResponse<RunStatus> launch(
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "by kind",
                                                        value =
                                                                "{\"kinds\": [\"TWO_HOP\"], \"limit\": 100, \"seed\": 1}"),
                                                @ExampleObject(
                                                        name = "by Cypher",
                                                        value =
                                                                "{\"cypher\": \"MATCH (a:KnowledgePoint)-[r:CO_OCCURS]->(b) WHERE r.weight >= $least RETURN [a, b] AS knowledgePoints\", \"parameters\": {\"least\": 2}, \"limit\": 50}")
                                            }))
                    @Body
                    RunBody body) {
        var run = grip.launch(body.toRequest());
        return HttpResponse.<RunStatus>status(HttpStatus.ACCEPTED)
                .body(run)
                .headers(headers -> headers.location(Site.location("runs", run.id())));
    }

    /**
     * All runs, newest first.
     *
     * @return the runs
     */
    @Get
    List<RunStatus> all() {
        return grip.runs();
    }

    /**
     * One run as it stands.
     *
     * @return the run
     */
    @Get("/{id}")
    RunStatus one(String id) {
        return grip.run(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Asks a run to stop; what is in flight is finished and kept.
     *
     * @return the run as it stands now
     */
    @Post("/{id}/cancel")
    RunStatus cancel(String id) {
        one(id);
        return grip.cancel(id);
    }

    static HttpStatusException unknown(String id) {
        return new HttpStatusException(
                HttpStatus.NOT_FOUND, "There is no run '" + id + "'; GET /api/v1/runs lists them");
    }
}
