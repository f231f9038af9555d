package dev.grip.llm.fleet;

import dev.grip.llm.ChatModel;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.embeddings.OnnxEmbeddingModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Turns settings into a {@link ModelFleet} and looks at all its servers at the same time. */
final class FleetConnection {

    private final ModelSettings settings;
    private final RetryPolicy policy;
    private final Tempo tempo;
    private final CallTally tally = new CallTally();
    private final List<ModelServer> servers = new ArrayList<>();

    FleetConnection(ModelSettings settings, RetryPolicy policy, Tempo tempo) {
        this.settings = settings;
        this.policy = policy;
        this.tempo = tempo;
    }

    ModelFleet open() {
        settings.requireComplete();
        Map<Role, ChatModel> chat = new EnumMap<>(Role.class);
        for (Role role : Role.singleChat()) {
            settings.endpoint(role).ifPresent(endpoint -> chat.put(role, new OpenAiChatModel(server(endpoint))));
        }
        List<ChatModel> judges = new ArrayList<>();
        settings.judges().forEach(endpoint -> judges.add(new OpenAiChatModel(server(endpoint))));
        EmbeddingModel embedding = embedding(settings.endpoint(Role.EMBEDDING));
        look(servers);
        return new ModelFleet(chat, judges, embedding, tally, servers);
    }

    private EmbeddingModel embedding(Optional<Endpoint> endpoint) {
        if (endpoint.isEmpty()) {
            return new OnnxEmbeddingModel();
        }
        return new OpenAiEmbeddingModel(server(endpoint.get()));
    }

    private ModelServer server(Endpoint endpoint) {
        ModelServer server = new ModelServer(endpoint, policy, tempo, tally);
        servers.add(server);
        return server;
    }

    /** Looks at every configured server, complete settings or not. */
    static List<EndpointReport> probe(ModelSettings settings) {
        FleetConnection connection = new FleetConnection(settings, RetryPolicy.DEFAULT, Tempo.SYSTEM);
        settings.endpoints().forEach(connection::server);
        try {
            return look(connection.servers);
        } finally {
            connection.servers.forEach(ModelServer::close);
        }
    }

    static List<EndpointReport> look(List<ModelServer> servers) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, servers.size()));
        try {
            List<Callable<EndpointReport>> probes = new ArrayList<>();
            servers.forEach(server -> probes.add(server::probe));
            List<EndpointReport> reports = new ArrayList<>();
            for (Future<EndpointReport> probe : threads.invokeAll(probes)) {
                reports.add(probe.get());
            }
            return reports;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelServerException(
                    FailureCategory.CANCELLED, "Interrupted while looking at the model servers; start again");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
