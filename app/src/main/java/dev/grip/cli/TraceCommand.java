package dev.grip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "trace",
        description = "Tells the whole story of a knowledge point, seed, combination, problem or solution.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip trace \"Unit conversion\"                  why its mentions are one, its seeds, edges, problems",
            "  grip trace 022521c9bda20ac2c7cc7a76           a row of the dataset, by its id",
            "  grip trace 022521c9bda20ac2c7cc7a76 --prompts    and what each model was asked for it"
        })
final class TraceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "An id, a key or a knowledge point's name.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most N of each long list (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(names = "--prompts", description = "Also every prompt of a problem as the models got it.")
    private boolean prompts;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        Usage.require(limit > 0, "limit is " + limit + "; it must be at least 1");
        var terminal = common.terminal();
        try (var session = common.open()) {
            var trace = session.grip().knowledge().trace(id, limit);
            if (common.json()) {
                terminal.json(trace);
            } else {
                new TraceLines(terminal).of(trace, prompts).forEach(terminal::print);
            }
        }
        return ExitCode.OK;
    }
}
