package dev.grip.llm.fleet;

import dev.grip.llm.ChatModel;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.embeddings.OnnxEmbeddingModel;
import dev.grip.llm.http.ServerConnection;
import io.micrometer.core.instrument.Metrics;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Turns settings into a {@link ModelFleet}. Roles with the same model on the same servers share them, with one limit and one
 * breaker a server.
 */
final class FleetConnection implements AutoCloseable {

    private final FleetPolicy policy;
    private final Admission admission;
    private final CallTally tally = new CallTally();
    private final Delivery.Dispatch dispatch;
    private final Map<Address, Replica> replicas = new LinkedHashMap<>();
    private final Map<Servers, ModelPool> pools = new LinkedHashMap<>();
    private final ServerGauges gauges;
    private @Nullable LoadWatch watch;

    private record Address(URI url, String model, @Nullable String apiKey) {}

    private record Servers(List<URI> urls, String model, @Nullable String apiKey) {}

    FleetConnection(FleetPolicy policy) {
        this.policy = policy;
        this.admission = new Admission(policy.tempo());
        this.dispatch = new Delivery.Dispatch(
                admission, policy.retries(), new RetryBudget(policy.tempo()), policy.tempo(), tally);
        this.gauges = new ServerGauges(Metrics.globalRegistry, admission, policy.tempo());
    }

    ModelFleet open(ModelSettings settings) {
        settings.requireComplete();
        Map<Role, ChatModel> chat = new EnumMap<>(Role.class);
        for (Role role : Role.singleChat()) {
            settings.endpoint(role).ifPresent(endpoint -> chat.put(role, chatModel(endpoint)));
        }
        List<ChatModel> judges = new ArrayList<>();
        settings.judges().forEach(endpoint -> judges.add(chatModel(endpoint)));
        EmbeddingModel embedding = embedding(settings.endpoint(Role.EMBEDDING));
        begin();
        look(EnumSet.allOf(Role.class), true);
        return new ModelFleet(chat, judges, embedding, this);
    }

    /** From now on servers are looked after. */
    void begin() {
        watch = new LoadWatch(List.copyOf(replicas.values()), admission, policy.rhythm(), policy.tempo());
    }

    ChatModel chatModel(Endpoint endpoint) {
        return new OpenAiChatModel(endpoint, delivery(endpoint), tally);
    }

    private EmbeddingModel embedding(Optional<Endpoint> endpoint) {
        if (endpoint.isEmpty()) {
            return new OnnxEmbeddingModel();
        }
        return embeddingModel(endpoint.get());
    }

    OpenAiEmbeddingModel embeddingModel(Endpoint endpoint) {
        return new OpenAiEmbeddingModel(endpoint, delivery(endpoint), tally);
    }

    private Delivery delivery(Endpoint endpoint) {
        return new Delivery(endpoint, pool(endpoint), dispatch);
    }

    private ModelPool pool(Endpoint endpoint) {
        ModelPool pool = pools.computeIfAbsent(
                new Servers(endpoint.urls(), endpoint.model(), endpoint.apiKey()), servers -> newPool(endpoint));
        pool.asked().add(endpoint);
        return pool;
    }

    private ModelPool newPool(Endpoint endpoint) {
        List<Replica> own = endpoint.urls().stream()
                .map(url -> replicas.computeIfAbsent(
                        new Address(url, endpoint.model(), endpoint.apiKey()), address -> newReplica(endpoint, url)))
                .toList();
        ModelPool pool = new ModelPool(endpoint, own);
        gauges.add(pool);
        return pool;
    }

    private Replica newReplica(Endpoint endpoint, URI url) {
        var connection = new ServerConnection(url, endpoint.apiKey(), endpoint.maxConcurrent());
        Replica replica = new Replica(connection, endpoint.maxConcurrent());
        gauges.add(replica, endpoint.model());
        return replica;
    }

    /** How each server is doing now. */
    List<ServerStatus> servers() {
        List<ServerStatus> statuses = new ArrayList<>();
        replicas.forEach((address, replica) -> statuses.add(status(replica, address.model())));
        return statuses;
    }

    private ServerStatus status(Replica replica, String model) {
        return admission.read(replica, one -> one.status(model, policy.tempo().nanoTime()));
    }

    /** How the servers of each role are doing now, in the order of roles. */
    List<RoleServers> roles() {
        return pools.values().stream()
                .flatMap(pool -> pool.asked().stream().map(role -> roleServers(pool, role)))
                .sorted(Comparator.comparing(RoleServers::role).thenComparing(RoleServers::label))
                .toList();
    }

    private RoleServers roleServers(ModelPool pool, Endpoint role) {
        List<ServerStatus> servers = pool.replicas().stream()
                .map(replica -> status(replica, role.model()))
                .toList();
        boolean rehearsal = pool.served(role).rehearsal();
        return new RoleServers(
                role.role(), role.label(), role.model(), role.weight(), rehearsal, admission.waiting(pool), servers);
    }

    CallTally tally() {
        return tally;
    }

    /** Looks at every configured server, complete settings or not, and at what each enforces. */
    static List<EndpointReport> probe(ModelSettings settings) {
        try (FleetConnection connection = new FleetConnection(FleetPolicy.DEFAULT)) {
            settings.endpoints().forEach(connection::pool);
            return connection.look(EnumSet.allOf(Role.class), true);
        }
    }

    /**
     * Looks at every server of these roles, at all of them at the same time; with {@code prove}, a call to each shows what it
     * enforces. One report a role and server.
     */
    List<EndpointReport> look(Set<Role> roles, boolean prove) {
        List<ModelPool> wanted = pools.values().stream()
                .filter(pool -> pool.asked().stream().anyMatch(endpoint -> roles.contains(endpoint.role())))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, wanted.size()));
        try {
            List<Callable<List<EndpointReport>>> probes = new ArrayList<>();
            wanted.forEach(pool -> probes.add(() -> probe(pool, prove)));
            List<EndpointReport> reports = new ArrayList<>();
            for (Future<List<EndpointReport>> probe : threads.invokeAll(probes)) {
                reports.addAll(probe.get());
            }
            return reports.stream()
                    .filter(report -> roles.contains(report.role()))
                    .sorted(Comparator.comparing(EndpointReport::role))
                    .toList();
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

    private List<EndpointReport> probe(ModelPool pool, boolean prove) throws InterruptedException {
        List<EndpointReport> found = pool.probe();
        found.stream().filter(EndpointReport::ready).forEach(report -> corrected(pool, report.url()));
        if (prove && found.stream().anyMatch(EndpointReport::ready)) {
            ConstraintMode mode = pool.constraintMode();
            return found.stream().map(report -> report.with(mode)).toList();
        }
        return found;
    }

    /** Who looks, such as before a run begins, need not wait until a server with wrong settings would be asked again. */
    private void corrected(ModelPool pool, URI url) {
        pool.replicas().stream()
                .filter(replica -> replica.url().equals(url))
                .forEach(replica -> admission.change(replica, Replica::configured));
    }

    /** Ends calls under way and closes connections. */
    @Override
    public void close() {
        LoadWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
        gauges.close();
        replicas.values().forEach(Replica::close);
    }
}
