package dev.grip.web;

import dev.grip.analysis.Trace;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.KnowledgeAccess;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

@Controller(Site.API + "/traces")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "problems")
class TraceController {

    private final KnowledgeAccess knowledge;

    TraceController(Grip grip) {
        this.knowledge = grip.knowledge();
    }

    /**
     * The whole story of a seed, combination, problem, solution or knowledge point, by its id, key or name; of long lists the first
     * {@code limit}.
     */
    @Get("/{id}")
    @ApiResponse(responseCode = "200", description = "What there is")
    @ApiResponse(
            responseCode = "404",
            description = "There is nothing with this id",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    Trace one(String id, @QueryValue(defaultValue = "10") @Min(1) @Max(10000) int limit) {
        return knowledge.trace(id, limit);
    }
}
