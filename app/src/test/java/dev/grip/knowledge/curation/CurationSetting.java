package dev.grip.knowledge.curation;

import dev.grip.analysis.KnowledgeDump;
import dev.grip.graph.Neo4jExtension;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A small knowledge base in a real graph: knowledge points with their mentions, seeds that carry some of these. */
final class CurationSetting {

    private final Neo4jExtension neo4j;
    final CurationRepository repository;
    final Curator curator;

    CurationSetting(Neo4jExtension neo4j) {
        this.neo4j = neo4j;
        neo4j.wipe();
        repository = new CurationRepository(neo4j.graph());
        curator = new Curator(repository);
    }

    /** A knowledge point whose id is kp- and its name, with these mentions besides its name. */
    CurationSetting knowledgePoint(String name, String... others) {
        List<Map<String, Object>> mentions = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(name), Arrays.stream(others))
                .map(text -> Map.<String, Object>of("key", Mention.key(text), "text", text))
                .toList();
        run(
                """
                CREATE (kp:KnowledgePoint {id: 'kp-' + $name, name: $name, status: 'active', embedding: [0.1, 0.2]})
                WITH kp UNWIND $mentions AS one
                CREATE (:Mention {key: one.key, text: one.text, verdict: 'keep', reason: 'fine'})-[:NAMES]->(kp)
                """,
                Map.of("name", name, "mentions", mentions));
        return this;
    }

    /** A seed that mentions these. */
    CurationSetting seed(String id, String... mentions) {
        run(
                """
                MERGE (seed:Seed {id: $id}) SET seed.problem = 'about ' + $id, seed.extraction = 'extracted'
                WITH seed UNWIND range(0, size($mentions) - 1) AS i
                MATCH (mention:Mention {text: $mentions[i]})
                MERGE (seed)-[:MENTIONS {position: i + 1}]->(mention)
                """,
                Map.of("id", id, "mentions", List.of(mentions)));
        return this;
    }

    /** Links the seeds and builds the edges, as the end of an extraction does. */
    CurationSetting built() {
        neo4j.graph().write(Query.of("knowledge/link-seeds"), Map.of());
        neo4j.graph().write(Query.of("knowledge/build-kprg"), Map.of());
        return this;
    }

    void run(String cypher, Map<String, Object> parameters) {
        try (var session = neo4j.driver().session()) {
            session.run(cypher, parameters).consume();
        }
    }

    /** The values of one column of a query. */
    List<Object> column(String cypher) {
        try (var session = neo4j.driver().session()) {
            return session.run(cypher).list(row -> row.get(0).asObject());
        }
    }

    /** Everything that a change by hand may change, but times. */
    List<String> state() {
        try {
            Path file = Files.createTempFile("grip-dump", ".jsonl");
            try {
                new KnowledgeDump(neo4j.graph()).write(file, true);
                return Files.readAllLines(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Note note() {
        return new Note("tester", "because");
    }
}
