package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

@ExtendWith(InProcessNeo4j.class)
class CombinationProceduresTests {

    private final Kprg kprg;

    CombinationProceduresTests(Kprg kprg) {
        this.kprg = kprg;
    }

    /** A triangle a, b, c (a-b twice) with a tail c - d - e - f. */
    @BeforeEach
    void triangleWithTail() {
        kprg.seeds(List.of(
                List.of("a", "b"),
                List.of("a", "b", "c"),
                List.of("c", "d"),
                List.of("c", "d"),
                List.of("d", "e"),
                List.of("e", "f")));
        kprg.build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            kprg.oneHop({limits: 3})                    | kprg.oneHop has no key 'limits': it takes [after, communitySizes, core, limit
            kprg.twoHop({kinds: ['ONE_HOP']})           | kprg.twoHop has no key 'kinds'
            kprg.twoHop({seed: 3})                      | kprg.twoHop has no key 'seed'
            kprg.sample({limit: 3, after: 'x'})         | kprg.sample has no key 'after'
            kprg.sample()                               | kprg.sample: limit is 'null', but must be how many combinations to draw
            kprg.oneHop({limit: -1})                    | kprg.oneHop: limit is -1, but must be an integer of 0 or more
            kprg.oneHop({limit: '3'})                   | kprg.oneHop: limit is '3', but must be an integer
            kprg.oneHop({minWeight: 'high'})            | minWeight is 'high', but must be a number from 0 to 2147483647
            kprg.oneHop({minWeight: -0.5})              | minWeight is -0.5
            kprg.twoHop({maxDegree: 0})                 | maxDegree is 0, but must be an integer from 1 to 2147483647
            kprg.oneHop({repeat: 'often'})              | repeat is 'often', but must be 'once' or 'weight'
            kprg.oneHop({repeat: true})                 | repeat is true, but must be 'once' or 'weight'
            kprg.community({communitySizes: [3, 5]})    | communitySizes is 5, but must be [3], [4] or [3, 4]
            kprg.community({communitySizes: []})        | communitySizes is [], but must be [3], [4] or [3, 4]
            kprg.community({communitySizes: 3})         | communitySizes is 3, but must be [3], [4] or [3, 4]
            kprg.threeHop({core: 0.1})                  | core is 0.1, but must be {top: 100}, {share: 0.1} or {minDegree: 20}
            kprg.threeHop({core: {}})                   | core is {}, but must be {top: 100}
            kprg.threeHop({core: {top: 1, share: 1}})   | but must be {top: 100}, {share: 0.1} or {minDegree: 20}, one of the three
            kprg.threeHop({core: {most: 1}})            | kprg.threeHop: core has no key 'most': it takes [minDegree, share, top]
            kprg.threeHop({core: {share: 1.5}})         | kprg.threeHop: core: share is 1.5, but must be a number from 0 to 1
            kprg.oneHop({shard: {index: 2, count: 2}})  | kprg.oneHop: shard: index is 2, but must be an integer from 0 to 1
            kprg.oneHop({shard: {index: 0}})            | shard is {index=0}, but must be {index: i, count: n}
            kprg.blocks({kinds: ['FOUR_HOP']})          | kinds is 'FOUR_HOP', but must be a list of one or more of [ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY]
            kprg.blocks({kinds: 'ONE_HOP'})             | kinds is 'ONE_HOP', but must be a list
            kprg.oneHop({after: 7})                     | after is 7, but must be the cursor of a row
            kprg.oneHop({after: 'x'})                   | after: 'x' is no cursor of this KPRG
            kprg.oneHop({after: '1:ONE_HOP:0.1:0'})     | after: '1:ONE_HOP:0.1:0' is no cursor of this KPRG
            kprg.twoHop({after: '9-00000000:TWO_HOP:0.1:0'}) | belongs to epoch 9 of the KPRG, which is at epoch 1 now: start again
            """)
    void refusesWhatItCannotDoByName(String call, String message) {
        assertThatThrownBy(() -> kprg.run("CALL " + call)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"ONE_HOP:0.1, ONE_HOP:0.99", "ONE_HOP:0.1, ONE_HOP:1.0", "ONE_HOP:0.1, ONE_HOP:0.1.2"})
    void refusesACursorOfMembersThatCannotBe(String members, String others) {
        String cursor = kprg.run("CALL kprg.oneHop()").get(0).get("cursor").asString();
        String wrong = cursor.replace(members, others);
        assertThat(wrong).isNotEqualTo(cursor);
        assertThatThrownBy(() -> kprg.run("CALL kprg.oneHop({after: $c})", Map.of("c", wrong)))
                .hasMessageContaining("after: '" + wrong + "' is no cursor of this KPRG");
    }

    @Test
    void refusesACursorOfAnotherKind() {
        String cursor = kprg.run("CALL kprg.oneHop()").get(0).get("cursor").asString();
        assertThatThrownBy(() -> kprg.run("CALL kprg.twoHop({after: $c})", Map.of("c", cursor)))
                .hasMessageContaining("belongs to ONE_HOP, but only [TWO_HOP] is listed here");
    }

    @Test
    void asksForABuildWhenThereHasBeenNone() {
        kprg.run("MATCH (k:Kprg) DELETE k");
        assertThatThrownBy(() -> kprg.run("CALL kprg.oneHop()")).hasMessageContaining("CALL kprg.build() first");
    }

    @Test
    void aKeySetToNullIsNotGiven() {
        assertThat(kprg.run("CALL kprg.oneHop({after: null, limit: null, core: null, shard: null})"))
                .hasSize(6);
    }

    @Test
    void aPairKnowsItsKindDistanceAndWeight() {
        Record first = kprg.run("CALL kprg.oneHop()").get(0);
        assertThat(first.get("kind").asString()).isEqualTo("ONE_HOP");
        assertThat(first.get("distance").asLong()).isEqualTo(1);
        assertThat(first.get("weight").asDouble()).isEqualTo(1);
        assertThat(first.get("knowledgePoints")
                        .asList(value -> value.asNode().get("name").asString()))
                .containsExactly("name of c", "name of a");
    }

    @Test
    void listsEachKindByFallingDegreeThenById() {
        assertThat(joined("kprg.oneHop", Map.of())).containsExactly("ca", "cb", "cd", "ab", "de", "ef");
        assertThat(joined("kprg.twoHop", Map.of())).containsExactly("ce", "ad", "bd", "df");
        assertThat(joined("kprg.threeHop", Map.of("core", Map.of("share", 1)))).containsExactly("cf", "ae", "be");
        assertThat(joined("kprg.threeHop", Map.of())).containsExactly("cf");
        assertThat(joined("kprg.community", Map.of())).containsExactly("cab");
        assertThat(joined("kprg.community", Map.of("communitySizes", List.of(4))))
                .isEmpty();
    }

    @Test
    void filtersByWeightAndDegreeAndRepeatsByWeight() {
        assertThat(joined("kprg.oneHop", Map.of("minWeight", 1.5))).containsExactly("cd", "ab");
        assertThat(joined("kprg.community", Map.of("minWeight", 2))).isEmpty();
        assertThat(joined("kprg.twoHop", Map.of("minImplicitWeight", 2))).isEmpty();
        assertThat(joined("kprg.twoHop", Map.of("maxDegree", 2))).containsExactly("ad", "bd", "df");
        assertThat(joined("kprg.oneHop", Map.of("repeat", "weight", "minWeight", 2)))
                .containsExactly("cd", "cd", "ab", "ab");
    }

    @Test
    void goesOnAfterEveryCursor() {
        List<Record> all = kprg.run("CALL kprg.oneHop({repeat: 'weight'})");
        assertThat(all).hasSize(8);
        for (int passed = 1; passed <= all.size(); passed++) {
            String cursor = all.get(passed - 1).get("cursor").asString();
            assertThat(kprg.run("CALL kprg.oneHop({repeat: 'weight', after: $c})", Map.of("c", cursor)))
                    .isEqualTo(all.subList(passed, all.size()));
        }
    }

    @Test
    void aCursorDoesNotOutliveItsEpoch() {
        String cursor = kprg.run("CALL kprg.oneHop()").get(0).get("cursor").asString();
        kprg.run("MATCH (k {id: 'f'}) SET k.status = 'banned'");
        kprg.build();
        assertThatThrownBy(() -> kprg.run("CALL kprg.oneHop({after: $c})", Map.of("c", cursor)))
                .hasMessageContaining("belongs to epoch 1 of the KPRG, which is at epoch 2 now");
    }

    @Test
    void knowledgePointsDeletedWithoutABuildAreNoLongerListed() {
        assertThat(kprg.combinations("kprg.oneHop", Map.of())).anyMatch(pair -> pair.contains("b"));
        kprg.run("MATCH (k {id: 'b'}) DETACH DELETE k");
        assertThat(kprg.combinations("kprg.oneHop", Map.of())).isNotEmpty().noneMatch(pair -> pair.contains("b"));
    }

    @Test
    void blocksHoldTheRowsOfAllListings() {
        var config = Map.<String, Object>of("core", Map.of("share", 1.0), "repeat", "weight");
        assertThat(unpacked(config))
                .containsExactly(
                        "ONE_HOP ca 1",
                        "ONE_HOP cb 1",
                        "ONE_HOP cd 2",
                        "ONE_HOP cd 2",
                        "ONE_HOP ab 2",
                        "ONE_HOP ab 2",
                        "ONE_HOP de 1",
                        "ONE_HOP ef 1",
                        "TWO_HOP ce 1",
                        "TWO_HOP ad 1",
                        "TWO_HOP bd 1",
                        "TWO_HOP df 1",
                        "THREE_HOP cf 1",
                        "THREE_HOP ae 1",
                        "THREE_HOP be 1",
                        "COMMUNITY cab 1");
    }

    @Test
    void blocksOfAnySizeJoinToTheSameRows() {
        var config = new HashMap<String, Object>(Map.of("repeat", "weight", "communitySizes", List.of(3, 4)));
        List<String> all = unpacked(config);
        for (int limit = 1; limit <= all.size(); limit++) {
            var joined = new ArrayList<String>();
            config.put("limit", limit);
            config.remove("after");
            for (List<Record> rows = blocks(config); !rows.isEmpty(); rows = blocks(config)) {
                rows.forEach(row -> joined.addAll(unpack(row)));
                config.put("after", rows.get(rows.size() - 1).get("cursor").asString());
            }
            assertThat(joined).as("in steps of %d", limit).isEqualTo(all);
        }
        config.put("limit", 0);
        config.remove("after");
        assertThat(blocks(config)).isEmpty();
    }

    @Test
    void shardsOfBlocksFollowEachOther() {
        var joined = new ArrayList<String>();
        for (int index = 0; index < 4; index++) {
            joined.addAll(unpacked(Map.of("shard", Map.of("index", index, "count", 4))));
        }
        assertThat(joined).isEqualTo(unpacked(Map.of()));
    }

    @Test
    void aSampleIsPartOfTheListingAndTheSameForTheSameSeed() {
        var config = Map.<String, Object>of("limit", 5, "seed", 11);
        List<List<String>> sample = kprg.combinations("kprg.sample", config);
        assertThat(sample).hasSize(5).doesNotHaveDuplicates().isEqualTo(kprg.combinations("kprg.sample", config));
        assertThat(kprg.combinations("kprg.sample", Map.of("limit", 1000))).hasSize(12);
    }

    private List<String> joined(String call, Map<String, Object> config) {
        return kprg.combinations(call, config).stream()
                .map(ids -> String.join("", ids))
                .toList();
    }

    private List<Record> blocks(Map<String, Object> config) {
        return kprg.run("CALL kprg.blocks($config)", Map.of("config", config));
    }

    private List<String> unpacked(Map<String, Object> config) {
        var rows = new ArrayList<String>();
        blocks(config).forEach(row -> rows.addAll(unpack(row)));
        return rows;
    }

    private List<String> unpack(Record row) {
        List<String> ids = kprg.run("CALL kprg.ids() YIELD index, id RETURN id ORDER BY index").stream()
                .map(record -> record.get("id").asString())
                .toList();
        var rows = new ArrayList<String>();
        ByteBuffer block = littleEndian(row.get("block"));
        ByteBuffer weights = littleEndian(row.get("weights"));
        for (int i = 0; i < row.get("count").asInt(); i++) {
            var members = new StringBuilder();
            for (int member = 0; member < row.get("size").asInt(); member++) {
                members.append(ids.get(block.getInt()));
            }
            rows.add(row.get("kind").asString() + " " + members + " " + weights.getInt());
        }
        assertThat(block.hasRemaining() || weights.hasRemaining()).isFalse();
        return rows;
    }

    private static ByteBuffer littleEndian(Value bytes) {
        return ByteBuffer.wrap(bytes.asByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
