package dev.grip.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.Rehearsals;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.config.RecordJson;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rehearse",
        description =
                "Serves simulated models in vLLM's wire format until Ctrl-C: to try things without a GPU, and to see"
                        + " what happens when model servers are slow, full or broken.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip rehearse                           one server a model of the published method, on free ports",
            "  grip rehearse --config trouble.yml      servers as you describe them; the README shows such a file"
        })
final class RehearseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The servers in YAML: models, ports, engine, latency, faults (default: the demo's).")
    private @Nullable Path config;

    @Option(
            names = "--prompts",
            paramLabel = "DIR",
            description = "A folder whose prompts replace those of the same path, if GRIP is told to use them.")
    private @Nullable Path prompts;

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            description = "The domain whose prompts the models know (default: ${DEFAULT-VALUE}).")
    private String domain = PromptLibrary.SHIPPED.get(0);

    @Option(names = "--json", description = "Prints the servers as JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli shows the help itself
    private boolean help;

    RehearseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A server as it is printed. */
    record Served(String model, URI url, List<String> special, JsonNode settings) {}

    @Override
    public Integer call() throws InterruptedException {
        Logs.into(Path.of(System.getProperty("java.io.tmpdir"), "grip-rehearse"));
        PromptLibrary library = PromptLibrary.load(domain, prompts);
        List<RehearsalConfig> servers = config == null ? Rehearsals.usual(library) : Rehearsals.read(config, library);
        try (var stop = Stop.onRequest(() -> terminal.note("Stopping ..."));
                var fleet = RehearsalFleet.start(servers)) {
            stop.begin();
            show(served(fleet));
            stop.await();
            return ExitCode.OK;
        }
    }

    private static List<Served> served(RehearsalFleet fleet) {
        return fleet.servers().stream()
                .map(server -> new Served(
                        server.model(), server.url(), server.config().special(), RecordJson.write(server.config())))
                .toList();
    }

    private void show(List<Served> servers) {
        if (json) {
            terminal.json(Map.of("rehearsal", true, "servers", servers));
            return;
        }
        RehearsalTable.lines(terminal, servers).forEach(terminal::print);
    }
}
