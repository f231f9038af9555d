package dev.grip.kprg.loading;

import dev.grip.kprg.loading.KernelScan.Partitions;
import dev.grip.kprg.loading.KernelScan.Reader;
import dev.grip.kprg.projection.EdgeList;
import dev.grip.kprg.projection.KnowledgePointList;
import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.projection.RequirementList;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.NodeLabelIndexCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.RelationshipTypeIndexCursor;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.storageengine.api.PropertySelection;
import org.neo4j.token.api.TokenConstants;
import org.neo4j.values.ElementIdMapper;
import org.neo4j.values.storable.IntegralValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Value;

/**
 * Reads active knowledge points, the CO_OCCURS between them and the REQUIRES of seeds to them with kernel cursors, and
 * nothing else. For one load. The methods that read a share run on several threads, those that collect are synchronized.
 */
final class KernelLoader {

    private final ElementIdMapper elementIds;
    private final KernelScan scan;
    private final Tokens tokens;
    private final Pace pace;
    private final KnowledgePointList knowledgePoints = new KnowledgePointList();
    private final List<String> ids = new ArrayList<>();
    private final LongIntHashMap indexes = new LongIntHashMap();
    private final LongHashSet seeds = new LongHashSet();
    private final List<EdgeList> edges = new ArrayList<>();
    private final List<RequirementList> requirements = new ArrayList<>();

    KernelLoader(Transaction transaction, Pace pace) {
        var internal = (InternalTransaction) transaction;
        this.elementIds = internal.elementIdMapper();
        this.tokens = Tokens.of(internal.kernelTransaction().tokenRead());
        this.scan = new KernelScan(internal.kernelTransaction(), new Workers(pace));
        this.pace = pace;
    }

    KprgGraph load(long epoch, Cancellation cancellation) {
        try {
            pace.begin("knowledge points");
            scan.nodes(tokens.knowledgePoint, this::readKnowledgePoints);
            scan.nodes(tokens.seed, this::readSeeds);
            pace.begin("relationships");
            scan.relationships(tokens.coOccurs, this::readEdges);
            scan.relationships(tokens.requires, this::readRequirements);
        } catch (KernelException failure) {
            throw new IllegalStateException("The KPRG could not be read: " + failure.getMessage(), failure);
        }
        return KprgGraph.of(epoch, knowledgePoints, edges, requirements, cancellation);
    }

    private void readKnowledgePoints(Reader reader, Partitions<NodeLabelIndexCursor> partitions)
            throws KernelException {
        var selection = tokens.identifying();
        try (var found = reader.labelled();
                var node = reader.node();
                var properties = reader.properties()) {
            int unread = 0;
            while (partitions.next(found, reader)) {
                var nodes = new LongArrayList();
                var identifiers = new ArrayList<String>();
                while (found.next()) {
                    unread = counted(unread + 1);
                    reader.read().singleNode(found.nodeReference(), node);
                    @Nullable String id = node.next() ? activeId(node, properties, selection) : null;
                    if (id != null) {
                        nodes.add(node.nodeReference());
                        identifiers.add(id);
                    }
                }
                collect(nodes, identifiers);
            }
            pace.count(unread);
        }
    }

    private @Nullable String activeId(NodeCursor node, PropertyCursor properties, PropertySelection selection) {
        @Nullable Value id = null;
        @Nullable Value status = null;
        node.properties(properties, selection);
        while (properties.next()) {
            if (properties.propertyKey() == tokens.id) {
                id = properties.propertyValue();
            } else {
                status = properties.propertyValue();
            }
        }
        if (status != null && !"active".equals(status.asObject())) {
            return null;
        }
        if (id instanceof TextValue text && !text.isEmpty()) {
            return text.stringValue();
        }
        node.properties(properties, PropertySelection.selection(tokens.name));
        throw new IllegalStateException("The knowledge point %s (name: %s) has no id: give it a string that is its own"
                .formatted(
                        elementIds.nodeElementId(node.nodeReference()),
                        properties.next() ? properties.propertyValue().asObject() : "none"));
    }

    private synchronized void collect(LongArrayList nodes, List<String> found) {
        for (int i = 0; i < nodes.size(); i++) {
            ids.add(found.get(i));
            indexes.put(nodes.get(i), knowledgePoints.add(nodes.get(i), found.get(i)));
        }
    }

    private void readSeeds(Reader reader, Partitions<NodeLabelIndexCursor> partitions) throws KernelException {
        try (var found = reader.labelled()) {
            while (partitions.next(found, reader)) {
                var nodes = new LongArrayList();
                while (found.next()) {
                    nodes.add(found.nodeReference());
                }
                collect(nodes);
            }
        }
    }

    private synchronized void collect(LongArrayList nodes) {
        seeds.addAll(nodes);
    }

    private void readEdges(Reader reader, Partitions<RelationshipTypeIndexCursor> partitions) throws KernelException {
        var found = new EdgeList();
        try (var edge = reader.typed();
                var properties = reader.properties()) {
            var selection = PropertySelection.selection(tokens.weight);
            int unread = 0;
            while (partitions.next(edge, reader)) {
                while (edge.next()) {
                    unread = counted(unread + 1);
                    if (!edge.readFromStore()) {
                        continue;
                    }
                    int a = indexes.getIfAbsent(edge.sourceNodeReference(), -1);
                    int b = indexes.getIfAbsent(edge.targetNodeReference(), -1);
                    if (a >= 0 && b >= 0 && a != b) {
                        edge.properties(properties, selection);
                        found.add(a, b, weight(a, b, properties.next() ? properties.propertyValue() : null));
                    }
                }
            }
            pace.count(unread);
        }
        collect(found);
    }

    private int weight(int a, int b, @Nullable Value value) {
        if (value instanceof IntegralValue number
                && number.longValue() >= 1
                && number.longValue() <= Integer.MAX_VALUE) {
            return (int) number.longValue();
        }
        throw new IllegalStateException("CO_OCCURS from '%s' to '%s' has the weight %s: CALL kprg.build() to repair it"
                .formatted(ids.get(a), ids.get(b), value == null ? "none" : value.asObject()));
    }

    private synchronized void collect(EdgeList found) {
        edges.add(found);
    }

    private void readRequirements(Reader reader, Partitions<RelationshipTypeIndexCursor> partitions)
            throws KernelException {
        var found = new RequirementList();
        try (var requirement = reader.typed()) {
            int unread = 0;
            while (partitions.next(requirement, reader)) {
                while (requirement.next()) {
                    unread = counted(unread + 1);
                    if (requirement.readFromStore() && seeds.contains(requirement.sourceNodeReference())) {
                        int index = indexes.getIfAbsent(requirement.targetNodeReference(), -1);
                        if (index >= 0) {
                            found.add(requirement.sourceNodeReference(), index);
                        }
                    }
                }
            }
            pace.count(unread);
        }
        collect(found);
    }

    private synchronized void collect(RequirementList found) {
        requirements.add(found);
    }

    /** Counts what was read once it is a step's worth; gives what is left to count. */
    private int counted(int unread) {
        if (unread < Pace.STEP) {
            return unread;
        }
        pace.count(unread);
        return 0;
    }

    /** What labels, types and property keys are called inside the store. */
    private record Tokens(
            int knowledgePoint, int seed, int coOccurs, int requires, int id, int status, int weight, int name) {

        static Tokens of(TokenRead read) {
            return new Tokens(
                    read.nodeLabel(KprgReader.KNOWLEDGE_POINT.name()),
                    read.nodeLabel(KprgReader.SEED.name()),
                    read.relationshipType(KprgReader.CO_OCCURS.name()),
                    read.relationshipType(KprgReader.REQUIRES.name()),
                    read.propertyKey("id"),
                    read.propertyKey("status"),
                    read.propertyKey("weight"),
                    read.propertyKey("name"));
        }

        PropertySelection identifying() {
            return PropertySelection.selection(IntStream.of(id, status)
                    .filter(key -> key != TokenConstants.NO_TOKEN)
                    .toArray());
        }
    }
}
