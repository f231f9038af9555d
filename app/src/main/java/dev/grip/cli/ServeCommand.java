package dev.grip.cli;

import dev.grip.web.Place;
import dev.grip.web.Server;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Serves the API, its documentation and Neo4j Browser until Ctrl-C.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip serve                              on this machine only",
            "  grip serve --host 0.0.0.0 --port 80     for others too; api.token keeps strangers out"
        })
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on (default: 8080).")
    private @Nullable Integer port;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        common.override("server.host", host);
        common.override("server.port", port);
        var settings = common.settings();
        try (var place =
                        Place.choose(settings.server().host(), settings.server().port());
                var stop = Stop.onRequest(() -> common.note("Stopping ..."));
                var session = common.open(settings, stop, place.guide());
                var server = Server.start(session.grip(), place)) {
            server.notices().forEach(common::note);
            var terminal = common.terminal();
            terminal.print(Lines.title(terminal, "GRIP", session.grip().rehearsal()));
            new Addresses(terminal).lines(session.grip(), server).forEach(terminal::print);
            session.grip().adoptOrphans(common::note);
            stop.await();
            return ExitCode.OK;
        }
    }
}
