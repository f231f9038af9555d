package dev.grip.web;

import dev.grip.analysis.ProblemFilter;
import dev.grip.analysis.ProblemPage;
import dev.grip.analysis.ProblemStory;
import dev.grip.combinations.Combination;
import dev.grip.combinations.Kind;
import dev.grip.judging.Verdict;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.ResultAccess;
import dev.grip.synthesis.Difficulty;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Controller(Site.API + "/problems")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "problems", description = "What runs made, with solutions, votes and where it comes from")
class ProblemController {

    private static final List<String> KINDS = Stream.concat(
                    Arrays.stream(Kind.values()).map(Kind::name), Stream.of(Combination.SELECTED))
            .toList();

    private final ResultAccess results;

    ProblemController(Grip grip) {
        this.results = grip.results();
    }

    /** What narrows the list; everything may be left out. */
    @Introspected
    record Wanted(
            @Nullable @QueryValue @Schema(description = "The id of a run") String run,
            @Nullable @QueryValue @Schema(description = "What the problem's judges said") Verdict verdict,
            @Nullable
                    @QueryValue
                    @Schema(description = "Whether one of its solutions passed its judges", type = "boolean")
                    String accepted,
            @Nullable
                    @QueryValue
                    @Schema(description = "ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY or SELECTED (by Cypher)")
                    String kind,
            @Nullable @QueryValue @Schema(description = "As a model rated it") Difficulty difficulty) {

        ProblemFilter filter() {
            if (kind != null && !KINDS.contains(kind)) {
                throw new IllegalArgumentException(
                        "kind is '" + kind + "'; it must be one of " + String.join(", ", KINDS));
            }
            return new ProblemFilter(
                    run,
                    verdict == null ? null : verdict.word(),
                    accepted == null ? null : truth(accepted),
                    kind,
                    difficulty == null ? null : difficulty.word());
        }
    }

    /** Strict, because anything else would be taken for false. */
    private static Boolean truth(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("accepted is '" + word + "'; it must be true or false");
        }
        return Boolean.valueOf(word);
    }

    /** Problems with their solutions, the latest first, a page at a time: {@code after} is the {@code next} of the page before. */
    @Get
    @ApiResponse(responseCode = "200", description = "What there is")
    @ApiResponse(
            responseCode = "400",
            description = "A filter or after cannot be used",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    ProblemPage page(
            @RequestBean Wanted wanted,
            @Nullable @QueryValue String after,
            @QueryValue(defaultValue = "20") @Min(1) @Max(200) int limit) {
        return results.problems(wanted.filter(), after, limit);
    }

    /**
     * The whole story of one problem, by its key or that of a solution: the knowledge points and seeds it comes from, the edges between
     * them, the prompts, each judge's vote and words.
     */
    @Get("/{key}")
    @ApiResponse(responseCode = "200", description = "What there is")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such problem",
            content = @Content(mediaType = Problem.MEDIA_TYPE))
    ProblemStory one(String key, @QueryValue(defaultValue = "5") @Min(1) @Max(1000) int limit) {
        return results.story(key, limit)
                .orElseThrow(() -> new HttpStatusException(
                        HttpStatus.NOT_FOUND, "'" + key + "' is no problem; GET /api/v1/problems lists them"));
    }
}
