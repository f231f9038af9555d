package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.ImplicitPairs.Pair;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;

/**
 * An implicit pair in the form of a relationship, so that Neo4j Browser draws it. Its ids are negative, as no stored
 * relationship's are, and the same for the same pair in every call of an epoch. It cannot be changed.
 */
final class VirtualRelationship implements Relationship {

    private final long id;
    private final Node start;
    private final Node end;
    private final RelationshipType type;
    private final Map<String, Object> properties;

    private VirtualRelationship(long id, Node start, Node end, RelationshipType type, Map<String, Object> properties) {
        this.id = id;
        this.start = start;
        this.end = end;
        this.type = type;
        this.properties = properties;
    }

    static VirtualRelationship of(OpenKprg kprg, Pair pair) {
        long id = -1 - ((long) pair.a() * kprg.graph().nodes() + pair.b());
        return new VirtualRelationship(
                id,
                kprg.node(pair.a()),
                kprg.node(pair.b()),
                RelationshipType.withName(pair.kind().name()),
                Map.of("weight", (double) pair.weight(), "distance", (long)
                        pair.kind().distance()));
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public long getId() {
        return id;
    }

    @Override
    public String getElementId() {
        return Long.toString(id);
    }

    @Override
    public Node getStartNode() {
        return start;
    }

    @Override
    public Node getEndNode() {
        return end;
    }

    @Override
    public Node getOtherNode(Node node) {
        if (node.equals(start)) {
            return end;
        }
        if (node.equals(end)) {
            return start;
        }
        throw new NotFoundException("%s is no end of %s".formatted(node, this));
    }

    @Override
    public Node[] getNodes() {
        return new Node[] {start, end};
    }

    @Override
    public RelationshipType getType() {
        return type;
    }

    @Override
    public boolean isType(RelationshipType other) {
        return type.name().equals(other.name());
    }

    @Override
    public boolean hasProperty(String key) {
        return properties.containsKey(key);
    }

    @Override
    public Object getProperty(String key) {
        Object value = properties.get(key);
        if (value == null) {
            throw new NotFoundException("%s has no property '%s'".formatted(this, key));
        }
        return value;
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable Object getProperty(String key, @Nullable Object otherwise) {
        return properties.getOrDefault(key, otherwise);
    }

    @Override
    public Iterable<String> getPropertyKeys() {
        return properties.keySet();
    }

    @Override
    public Map<String, Object> getProperties(String... keys) {
        var chosen = new HashMap<>(properties);
        chosen.keySet().retainAll(List.copyOf(Arrays.asList(keys)));
        return chosen;
    }

    @Override
    public Map<String, Object> getAllProperties() {
        return properties;
    }

    @Override
    public void setProperty(String key, Object value) {
        throw unchangeable();
    }

    @Override
    public Object removeProperty(String key) {
        throw unchangeable();
    }

    @Override
    public void delete() {
        throw unchangeable();
    }

    private UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("%s is not stored and cannot be changed".formatted(this));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VirtualRelationship that
                && id == that.id
                && start.equals(that.start)
                && end.equals(that.end)
                && type.name().equals(that.type.name());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return "virtual %s %s".formatted(type.name(), id);
    }
}
