package dev.grip.web;

import dev.grip.combinations.CensusRow;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Preview;
import dev.grip.knowledge.KprgReport;
import dev.grip.pipeline.Funnel;
import dev.grip.pipeline.Grip;
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
import org.jspecify.annotations.Nullable;

@Controller(Site.API)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "graph", description = "The knowledge point relationship graph and the combinations it holds")
class GraphController {

    private final Grip grip;

    GraphController(Grip grip) {
        this.grip = grip;
    }

    /**
     * Rebuilds the graph's edges from the seeds' knowledge points.
     *
     * @return the graph's size
     */
    @Post("/graph/build")
    KprgReport build() {
        return grip.buildGraph();
    }

    /**
     * How many combinations there are, by kind and size; all kinds unless some are named.
     *
     * @return one row a kind and size
     */
    @Get("/graph/census")
    List<CensusRow> census(@Nullable @QueryValue List<Kind> kinds) {
        return grip.census(CombinationSpec.of(kinds == null ? List.of() : kinds, null, null));
    }

    /**
     * The first rows a run with this body would use; nothing is made.
     *
     * @return the rows, and how many of them have a problem already
     */
    @Post("/combinations/preview")
    Preview preview(@Body RunBody body, @QueryValue(defaultValue = "20") @Min(1) @Max(1000) int rows) {
        return grip.preview(body.toRequest(), rows);
    }

    /**
     * How many of everything there are, from seeds to exported rows.
     *
     * @return the funnel
     */
    @Get("/funnel")
    Funnel funnel() {
        return grip.funnel();
    }
}
