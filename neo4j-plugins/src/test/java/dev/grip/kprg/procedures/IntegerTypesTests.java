package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.GraphDatabaseService;

/** Bolt and Cypher hand every integer over as a Long; the HTTP API, the Java API and stored properties do not. */
@ExtendWith(InProcessNeo4j.class)
class IntegerTypesTests {

    private final Kprg kprg;
    private final GraphDatabaseService database;

    IntegerTypesTests(Kprg kprg, GraphDatabaseService database) {
        this.kprg = kprg;
        this.database = database;
    }

    /** Two triangles that share an edge. */
    @BeforeEach
    void twoTriangles() {
        kprg.seeds(List.of(List.of("a", "b", "c"), List.of("b", "c", "d")));
        kprg.build();
    }

    @ParameterizedTest
    @ValueSource(classes = {Byte.class, Short.class, Integer.class, Long.class})
    void anIntegerOfAnyTypeIsAnInteger(Class<? extends Number> type) {
        assertThat(count("kprg.oneHop", Map.of("limit", of(type, 2)))).isEqualTo(2);
        assertThat(count("kprg.oneHop", Map.of("maxDegree", of(type, 2), "minWeight", of(type, 0))))
                .isZero();
        assertThat(count("kprg.sample", Map.of("limit", of(type, 3), "seed", of(type, 7))))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(classes = {Byte.class, Short.class, Integer.class, Long.class})
    void soItIsInListsAndInMaps(Class<? extends Number> type) {
        assertThat(count("kprg.community", Map.of("communitySizes", List.of(of(type, 3), of(type, 4)))))
                .isEqualTo(2);
        assertThat(count("kprg.core", Map.of("core", Map.of("top", of(type, 1)))))
                .isEqualTo(1);
        assertThat(count("kprg.core", Map.of("core", Map.of("minDegree", of(type, 3)))))
                .isEqualTo(2);
        assertThat(count("kprg.oneHop", Map.of("shard", Map.of("index", of(type, 0), "count", of(type, 5)))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {Float.class, Double.class, String.class})
    void whatIsNoIntegerIsStillRefused(Class<?> type) {
        Object given = type == Float.class ? (Object) 1.5f : type == Double.class ? (Object) 1.5 : "3";
        assertThatThrownBy(() -> count("kprg.oneHop", Map.of("limit", given)))
                .hasMessageContaining("must be an integer of 0 or more");
        assertThatThrownBy(() -> count("kprg.community", Map.of("communitySizes", List.of(given))))
                .hasMessageContaining("but must be [3], [4] or [3, 4]");
        assertThatThrownBy(() -> count("kprg.core", Map.of("core", Map.of("top", given))))
                .hasMessageContaining("core: top is");
    }

    private static Number of(Class<? extends Number> type, int value) {
        return switch (type.getSimpleName()) {
            case "Byte" -> (byte) value;
            case "Short" -> (short) value;
            case "Integer" -> value;
            default -> (long) value;
        };
    }

    private long count(String procedure, Map<String, Object> config) {
        return database.executeTransactionally(
                "CALL " + procedure + "($config)", Map.of("config", config), result -> result.stream()
                        .count());
    }
}
