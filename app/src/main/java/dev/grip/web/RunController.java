package dev.grip.web;

import dev.grip.pipeline.Grip;
import dev.grip.pipeline.runs.RoundYield;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.pipeline.spending.Budget;
import dev.grip.pipeline.spending.Spend;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
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

    /**
     * Starts a run in the background. The same request on the same graph is the same run: one that was begun before goes on, and one
     * that is done is returned. Its address is in the Location header. With dryRun nothing is started: the answer is the plan of the
     * run, and with a budget the mix of kinds that fits it best.
     */
    @Post
    @ApiResponse(responseCode = "202", description = "The run has started")
    @ApiResponse(responseCode = "200", description = "The run is done already, or the plan of a dry run")
    @ApiResponse(
            responseCode = "409",
            description = "Another process carries the run out",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    @ApiResponse(
            responseCode = "400",
            description = "The request cannot be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    HttpResponse<?> launch(
            @Parameter(description = "true: tells what the run will take and give, a plan, and starts nothing")
                    @QueryValue(defaultValue = "false")
                    boolean dryRun,
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "by kind",
                                                        value = "{\"kinds\": [\"TWO_HOP\"], \"limit\": 100, \"seed\":"
                                                                + " 1}"),
                                                @ExampleObject(
                                                        name = "by a named selection",
                                                        value = "{\"selection\": \"strongest-novel-pairs\","
                                                                + " \"parameters\": {\"minWeight\": 3}, \"limit\":"
                                                                + " 50}"),
                                                @ExampleObject(
                                                        name = "by Cypher",
                                                        value = "{\"cypher\": \"MATCH"
                                                                + " (a:KnowledgePoint)-[r:CO_OCCURS]->(b) WHERE"
                                                                + " r.weight >= $least RETURN [a, b] AS"
                                                                + " knowledgePoints\", \"parameters\": {\"least\":"
                                                                + " 2}, \"limit\": 50}")
                                            }))
                    @Body
                    RunBody body) {
        if (dryRun) {
            return HttpResponse.ok(grip.plan(body.toRequest(), body.toBudget()));
        }
        var run = grip.launch(body.toRequest(), body.toBudget());
        return HttpResponse.<RunStatus>status(run.state() == RunState.DONE ? HttpStatus.OK : HttpStatus.ACCEPTED)
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
     * What came of a run's combinations by round, kind and region of the KPRG, which shows what steering did; a run that is not steered
     * has a round 0 and no regions.
     *
     * @return combinations, those that are through, and accepted rows
     */
    @Get("/{id}/yields")
    List<RoundYield> yields(String id) {
        one(id);
        return grip.yields(id);
    }

    /**
     * What a run used so far, by stage and model, at the configured prices.
     *
     * @return calls, tokens, GPU hours and cost
     */
    @Get("/{id}/spend")
    Spend spend(String id) {
        return grip.spend(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Asks a run, whichever process carries it out, to stop for a while; what is in flight is finished and kept.
     *
     * @return the run as it stands now
     */
    @Post("/{id}/pause")
    @ApiResponse(responseCode = "200", description = "The run as it stands now")
    @ApiResponse(
            responseCode = "409",
            description = "The run is not one that can pause",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    RunStatus pause(String id) {
        one(id);
        return grip.pause(id);
    }

    /**
     * Lets a run go on here that was paused, cancelled, failed, or left by a process that died, or that has reached its budget and
     * is given a larger one.
     *
     * @return the run as it stands now
     */
    @Post("/{id}/resume")
    @ApiResponse(responseCode = "200", description = "The run as it stands now")
    @ApiResponse(
            responseCode = "409",
            description = "The run is being carried out, is done, or was begun with another configuration",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    // The annotation is Micronaut's own, as in TokenFilter: an empty body is no budget, and not an error.
    RunStatus resume(String id, @Nullable @Body BudgetBody body) {
        one(id);
        return grip.resume(id, body == null ? Budget.NONE : body.toBudget());
    }

    /**
     * Asks a run, whichever process carries it out, to end; what is in flight is finished and kept.
     *
     * @return the run as it stands now
     */
    @Post("/{id}/cancel")
    @ApiResponse(responseCode = "200", description = "The run as it stands now")
    @ApiResponse(
            responseCode = "409",
            description = "The run is done",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    RunStatus cancel(String id) {
        one(id);
        return grip.cancel(id);
    }

    static HttpStatusException unknown(String id) {
        return new HttpStatusException(
                HttpStatus.NOT_FOUND, "There is no run '" + id + "'; GET /api/v1/runs lists them");
    }
}
