package dev.grip.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller(Site.API + "/extractions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "extractions", description = "Knowledge points of the seeds that have none yet")
final class ExtractionController {

    private final Extractions extractions;

    ExtractionController(Extractions extractions) {
        this.extractions = extractions;
    }

    /**
     * Starts an extraction in the background. Its address is in the Location header.
     *
     * @param retryFailed whether to ask again about seeds and names whose answers could not be used before
     */
    @Post
    @ApiResponse(responseCode = "202", description = "The extraction has started")
    @ApiResponse(
            responseCode = "409",
            description = "One is running already",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    HttpResponse<Extraction> start(@QueryValue(defaultValue = "false") boolean retryFailed) {
        var extraction = extractions
                .start(retryFailed)
                .orElseThrow(() -> new HttpStatusException(
                        HttpStatus.CONFLICT, "An extraction is running already; GET /api/v1/extractions shows it"));
        return HttpResponse.<Extraction>status(HttpStatus.ACCEPTED)
                .body(extraction)
                .headers(headers -> headers.location(Site.location("extractions", extraction.id())));
    }

    /**
     * The extractions since the server started, newest first.
     *
     * @return the extractions
     */
    @Get
    List<Extraction> all() {
        return extractions.all();
    }

    /**
     * One extraction as it stands.
     *
     * @return the extraction
     */
    @Get("/{id}")
    Extraction one(String id) {
        return extractions
                .find(id)
                .orElseThrow(() -> new HttpStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no extraction '" + id + "'; they are remembered until the server stops"));
    }
}
