package dev.grip.llm.fleet;

import dev.grip.llm.ChatModel;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.ServedModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The models that work together: one a role, several judges, one for embeddings. Immutable and thread-safe. */
public final class ModelFleet implements AutoCloseable {

    private final Map<Role, ChatModel> chat;
    private final List<ChatModel> judges;
    private final EmbeddingModel embedding;
    private final @Nullable FleetConnection connection;

    /** A fleet of given models; {@code chat} has one for each of {@link Role#singleChat()}. */
    public ModelFleet(Map<Role, ChatModel> chat, List<ChatModel> judges, EmbeddingModel embedding) {
        this(chat, judges, embedding, null);
    }

    ModelFleet(
            Map<Role, ChatModel> chat,
            List<ChatModel> judges,
            EmbeddingModel embedding,
            @Nullable FleetConnection connection) {
        this.chat = chat.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(chat));
        this.judges = List.copyOf(judges);
        this.embedding = embedding;
        this.connection = connection;
    }

    /**
     * The fleet that complete settings describe, each server looked at once; without an embedding endpoint the in-process
     * model is used. A server that is away is no error here: see {@link #requireReady}.
     */
    public static ModelFleet connect(ModelSettings settings) {
        return new FleetConnection(FleetPolicy.of(settings)).open(settings);
    }

    /** The model of a role that one chat model plays. */
    public ChatModel chat(Role role) {
        ChatModel model = chat.get(role);
        if (model == null) {
            throw new IllegalArgumentException("No chat model plays " + role.word() + " here; there are "
                    + chat.keySet().stream().map(Role::word).sorted().toList() + " and " + judges.size() + " judges");
        }
        return model;
    }

    public List<ChatModel> judges() {
        return judges;
    }

    public EmbeddingModel embedding() {
        return embedding;
    }

    /** Every model in the order of roles; the in-process embedding has an address with the scheme {@code onnx}. */
    public List<ServedModel> served() {
        List<ServedModel> served = new ArrayList<>();
        chat.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> served.add(entry.getValue().served()));
        judges.forEach(judge -> served.add(judge.served()));
        served.add(servedEmbedding());
        return served;
    }

    private ServedModel servedEmbedding() {
        return embedding instanceof OpenAiEmbeddingModel remote
                ? remote.served()
                : new ServedModel(
                        Role.EMBEDDING.word(), embedding.name(), URI.create("onnx:" + embedding.name()), 1.0, false);
    }

    /** Whether any model is simulated, as its server said; then everything made with this fleet is a rehearsal. */
    public boolean rehearsal() {
        return served().stream().anyMatch(ServedModel::rehearsal);
    }

    /** Looks at every server now; the in-process embedding has no report. */
    public List<EndpointReport> reports() {
        return reports(EnumSet.allOf(Role.class));
    }

    private List<EndpointReport> reports(Set<Role> roles) {
        return connection == null ? List.of() : connection.look(roles, false);
    }

    /** Looks at every configured server, whether or not the settings are complete. */
    public static List<EndpointReport> probe(ModelSettings settings) {
        return FleetConnection.probe(settings);
    }

    /**
     * Refuses to begin when a role's server is away or does not serve its model, naming each. Of several servers of one model,
     * one is enough; a server that goes away later is waited for.
     */
    public void requireReady(Set<Role> roles) {
        List<EndpointReport> reports = reports(roles);
        Set<String> served = reports.stream()
                .filter(EndpointReport::ready)
                .map(report -> report.role() + report.label())
                .collect(Collectors.toSet());
        List<EndpointReport> unready = reports.stream()
                .filter(report -> !served.contains(report.role() + report.label()))
                .toList();
        if (!unready.isEmpty()) {
            boolean away = unready.stream().anyMatch(report -> !report.reachable());
            throw new ModelServerException(
                    away ? FailureCategory.UNREACHABLE : FailureCategory.UNKNOWN_MODEL,
                    unready.stream().map(EndpointReport::problem).collect(Collectors.joining("\n")));
        }
    }

    /** How each server is doing now, without asking it. */
    public List<ServerStatus> servers() {
        return connection == null ? List.of() : connection.servers();
    }

    /** The model of every role and how its servers are doing now, without asking them; judges in the order of their names. */
    public List<RoleServers> roles() {
        List<RoleServers> roles = new ArrayList<>(connection == null ? List.of() : connection.roles());
        if (!(embedding instanceof OpenAiEmbeddingModel)) {
            roles.add(new RoleServers(Role.EMBEDDING, embedding.name(), embedding.name(), 1.0, false, 0, List.of()));
        }
        return List.copyOf(roles);
    }

    /** What was asked of each model so far, and what came of it. */
    public List<ModelCalls> calls() {
        return connection == null ? List.of() : connection.tally().snapshot();
    }

    /** Ends calls in flight and closes connections. */
    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
