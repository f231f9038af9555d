package dev.grip.web;

import dev.grip.dataset.ExportReport;
import dev.grip.pipeline.Grip;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

@Controller(Site.API + "/exports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "exports", description = "Accepted rows, decontaminated and written to files")
final class ExportController {

    private final Grip grip;
    private final Site site;

    ExportController(Grip grip, Site site) {
        this.grip = grip;
        this.site = site;
    }

    /** What was written; the files' paths are those of the server's machine. */
    record Exported(
            String directory, List<String> files, long rows, long duplicates, long contaminated, boolean rehearsal) {

        static Exported of(ExportReport report) {
            return new Exported(
                    report.directory().toString(),
                    report.files().stream().map(Object::toString).toList(),
                    report.rows(),
                    report.duplicates(),
                    report.contaminated(),
                    report.rehearsal());
        }
    }

    /**
     * Writes one run, or everything accepted, to the data folder and answers when it is written.
     *
     * @return what was written
     */
    @Post
    Exported export(@Body ExportBody body) {
        var run = body.run();
        if (run != null && grip.run(run).isEmpty()) {
            throw new HttpStatusException(
                    HttpStatus.NOT_FOUND, "There is no run '" + run + "'; GET /api/v1/runs lists them");
        }
        return Exported.of(grip.export(body.toRequest(site.data())));
    }
}
