package dev.grip.web;

import dev.grip.pipeline.Grip;
import dev.grip.seeds.ImportReport;
import dev.grip.seeds.Seed;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

@Controller(Site.API + "/seeds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "seeds", description = "The solved problems everything starts from")
class SeedController {

    private final Grip grip;

    SeedController(Grip grip) {
        this.grip = grip;
    }

    /** A page of seeds in id order; {@code next} is the {@code after} of the next page, null on the last. */
    record SeedPage(List<Seed> seeds, @Nullable @Schema(nullable = true) String next) {}

    /**
     * Seeds in id order, a page at a time.
     *
     * @return the page
     */
    @Get
    SeedPage page(@Nullable @QueryValue String after, @QueryValue(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        var seeds = grip.seeds(after == null ? "" : after, limit);
        return new SeedPage(
                seeds, seeds.size() < limit ? null : seeds.get(seeds.size() - 1).id());
    }

    /**
     * Reads seeds, one JSON object a line. The body is the lines, or a form with a file field named file, whose name is the
     * source unless one is given. Bad lines are reported with number and reason; the good ones are kept.
     */
    @Post(consumes = "application/x-ndjson")
    @ApiResponse(responseCode = "200", description = "What was added, already there and left out")
    @ApiResponse(
            responseCode = "422",
            description = "No line could be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    HttpResponse<?> lines(
            HttpRequest<?> request,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/x-ndjson",
                                            schema =
                                                    @Schema(
                                                            type = "string",
                                                            example =
                                                                    "{\"id\": \"s1\", \"problem\": \"What is 2 + 3?\", \"solution\": \"2 + 3 = 5\", \"answer\": \"5\"}")))
                    @Body
                    InputStream body,
            @QueryValue(defaultValue = "api") @NotBlank String source,
            @QueryValue(defaultValue = "true") boolean withKnowledgePoints) {
        return answer(request, grip.importSeeds(body, source, withKnowledgePoints));
    }

    /**
     * Reads seeds, one JSON object a line. The body is the lines, or a form with a file field named file, whose name is the
     * source unless one is given. Bad lines are reported with number and reason; the good ones are kept.
     */
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> file(
            HttpRequest<?> request,
            @Part("file") CompletedFileUpload file,
            @Nullable @QueryValue String source,
            @QueryValue(defaultValue = "true") boolean withKnowledgePoints)
            throws IOException {
        var name = source == null || source.isBlank() ? file.getFilename() : source;
        try (var lines = file.getInputStream()) {
            return answer(request, grip.importSeeds(lines, name.isBlank() ? "upload" : name, withKnowledgePoints));
        }
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, ImportReport report) {
        if (report.added() + report.present() > 0) {
            return HttpResponse.ok(report);
        }
        var detail = report.rejected() == 0
                ? "There is no line in the body"
                : "None of the " + report.rejected() + " lines could be used; report.bad says why";
        return HttpResponse.unprocessableEntity()
                .body(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, detail, request.getPath(), report))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }
}
