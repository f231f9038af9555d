package dev.grip.web;

import dev.grip.pipeline.Grip;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller(Site.API + "/models")
@Tag(name = "models", description = "Which models are at work, and how their servers are doing")
final class ModelController {

    private final Grip grip;

    ModelController(Grip grip) {
        this.grip = grip;
    }

    /** The model of every role, how its servers are doing now, and what was asked of it so far. No server is asked for this. */
    @Get
    @ApiResponse(
            responseCode = "200",
            description = "The models",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModelStatus.class),
                            examples = @ExampleObject(name = "a judge on two servers", value = ModelStatus.EXAMPLE)))
    ModelStatus models() {
        return ModelStatus.of(grip.modelsAtWork());
    }
}
