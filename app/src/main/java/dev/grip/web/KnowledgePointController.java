package dev.grip.web;

import dev.grip.analysis.Trace;
import dev.grip.knowledge.curation.Curated;
import dev.grip.knowledge.curation.KnowledgePoint;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.KnowledgeAccess;
import dev.grip.web.CurationBody.Reason;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

@Controller(Site.API + "/knowledge-points")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(
        name = "knowledge points",
        description = "Looked up, explained and corrected by hand; an {id} is an id or, percent-encoded, a name")
@ApiResponse(responseCode = "200", description = "What was found or done")
@ApiResponse(
        responseCode = "404",
        description = "There is no such knowledge point or mention",
        content = @Content(mediaType = Problem.MEDIA_TYPE))
@ApiResponse(
        responseCode = "409",
        description = "It does not fit the graph as it is",
        content = @Content(mediaType = Problem.MEDIA_TYPE))
@ApiResponse(
        responseCode = "422",
        description = "It would fit no graph",
        content = @Content(mediaType = Problem.MEDIA_TYPE))
class KnowledgePointController {

    private final KnowledgeAccess knowledge;

    KnowledgePointController(Grip grip) {
        this.knowledge = grip.knowledge();
    }

    /**
     * Knowledge points, the most required first; those whose name, alias, mention or id holds the query.
     *
     * @return the knowledge points
     */
    @Get
    List<KnowledgePoint> list(
            @Nullable @QueryValue String query,
            @Nullable @QueryValue String status,
            @QueryValue(defaultValue = "100") @Min(1) @Max(10000) int limit) {
        return knowledge.list(query, status, limit);
    }

    /**
     * The whole story of one: mentions with verdicts, evidence, seeds, edges, changes by hand, problems.
     *
     * @return the story
     */
    @Get("/{id}")
    Trace one(String id, @QueryValue(defaultValue = "10") @Min(1) @Max(10000) int limit) {
        return knowledge.traceKnowledgePoint(id, limit);
    }

    /**
     * Makes it part of another.
     *
     * @return the change and the graph after it
     */
    @Post("/{id}/merge")
    Curated merge(String id, @Body CurationBody.Merge body) {
        return knowledge.curate(curator -> curator.merge(id, body.into(), body.note()));
    }

    /**
     * Moves some of its mentions to another, which is made when it is not there.
     *
     * @return the change and the graph after it
     */
    @Post("/{id}/split")
    Curated split(String id, @Body CurationBody.Split body) {
        return knowledge.curate(curator -> curator.split(id, body.mentions(), body.into(), body.note()));
    }

    /**
     * Gives it another name; the old one becomes an alias.
     *
     * @return the change and the graph after it
     */
    @Post("/{id}/rename")
    Curated rename(String id, @Body CurationBody.Rename body) {
        return knowledge.curate(curator -> curator.rename(id, body.name(), body.note()));
    }

    /**
     * Takes it out of the graph.
     *
     * @return the change, the graph after it and the problems made from it
     */
    @Post("/{id}/ban")
    Curated ban(String id, @Body Reason body) {
        return knowledge.curate(curator -> curator.ban(id, body.note()));
    }

    /**
     * Brings a banned one back.
     *
     * @return the change and the graph after it
     */
    @Post("/{id}/unban")
    Curated unban(String id, @Nullable @Body Reason body) {
        return knowledge.curate(curator -> curator.unban(id, Reason.ofOptional(body)));
    }
}
