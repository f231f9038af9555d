package dev.grip.web;

import dev.grip.knowledge.curation.Curated;
import dev.grip.knowledge.curation.Curation;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

@Controller(Site.API + "/curations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "knowledge points")
class CurationController {

    private final KnowledgeAccess knowledge;

    CurationController(Grip grip) {
        this.knowledge = grip.knowledge();
    }

    /**
     * What was changed by hand, newest first.
     *
     * @return the changes
     */
    @Get
    List<Curation> all(@QueryValue(defaultValue = "100") @Min(1) @Max(10000) int limit) {
        return knowledge.curations(limit);
    }

    /**
     * Takes a change back, unless a later one of the same knowledge points stands.
     *
     * @return the change and the graph after it
     */
    @Post("/{id}/undo")
    Curated undo(String id, @Nullable @Body Reason body) {
        return knowledge.curate(
                curator -> curator.undo(id, Reason.ofOptional(body).by()));
    }
}
