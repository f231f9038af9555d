package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ConnectionTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @Test
    void namesAnAddressWhereNobodyListens() throws IOException {
        // Bound and never listening, so that nobody else can have the port meanwhile.
        try (var reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = reserved.getLocalPort();
            assertRefused(URI.create("bolt://127.0.0.1:" + port), "neo4j", "x", "neo4j")
                    .hasMessage("Cannot reach Neo4j at bolt://127.0.0.1:" + port + ": start it, or correct neo4j.uri.");
        }
    }

    @Test
    void namesAnAddressThatIsNotBolt() {
        assertRefused(NEO4J.embedded().httpUri(), "neo4j", "x", "neo4j").hasMessageContaining("bolt://host:7687");
        var asBolt = URI.create("bolt://127.0.0.1:" + NEO4J.embedded().httpPort());
        assertRefused(asBolt, "neo4j", "x", "neo4j").hasMessageContaining(asBolt.toString());
    }

    @Test
    void namesTheUserThatWasRefused() {
        assertRefused(NEO4J.embedded().boltUri(), "eve", "wrong", "neo4j")
                .hasMessageContaining("refused user eve")
                .hasMessageContaining("neo4j.password")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void namesADatabaseThatIsNotThere() {
        assertRefused(NEO4J.embedded().boltUri(), "neo4j", NEO4J.embedded().password(), "elsewhere")
                .hasMessageContaining("no database elsewhere");
    }

    @Test
    void opensTheConfiguredDatabase() {
        try (var graph = Graph.connect(
                NEO4J.embedded().boltUri(), "neo4j", NEO4J.embedded().password(), "neo4j")) {
            assertThat(graph.answers()).isTrue();
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
            URI uri, String user, String password, String database) {
        return assertThatThrownBy(() -> Graph.connect(uri, user, password, database))
                .isInstanceOf(GraphException.class);
    }
}
