package dev.grip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "extract",
        description = "Finds, filters and merges the knowledge points of seeds that have none yet.",
        sortOptions = false)
final class ExtractCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Option(
            names = "--retry-failed",
            description = "Asks again about seeds and names whose answers could not be used before.")
    private boolean retryFailed;

    @Override
    public Integer call() {
        try (var session = common.open()) {
            var report = session.grip().extract(common.progress(), retryFailed);
            if (common.json()) {
                common.terminal().json(report);
            } else {
                ExtractionTable.lines(common.terminal(), session.grip(), report).forEach(common.terminal()::print);
            }
            return report.seeds() > 0 && report.failed() == report.seeds() ? ExitCode.FAILED : ExitCode.OK;
        }
    }
}
