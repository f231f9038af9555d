package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.Record;

@ExtendWith(InProcessNeo4j.class)
class HelpProceduresTests {

    private final Kprg kprg;

    HelpProceduresTests(Kprg kprg) {
        this.kprg = kprg;
    }

    @Test
    void helpSaysWhatTheDatabaseSays() {
        List<Record> shown = kprg.run("SHOW PROCEDURES YIELD name, signature, description"
                + " WHERE name STARTS WITH 'kprg.' RETURN name, signature, description ORDER BY name");
        assertThat(kprg.run("CALL kprg.help() YIELD name, signature, description"))
                .isEqualTo(shown);
    }

    @Test
    void helpNamesTheKeysThatTheProceduresTake() {
        for (Record row :
                kprg.run("CALL kprg.help() YIELD name, config WITH * WHERE size(keys(config)) > 0 RETURN *")) {
            String name = row.get("name").asString();
            String keys = new TreeSet<>(row.get("config").asMap().keySet()).toString();
            String call = name.equals("kprg.implicit") ? "kprg.implicit([], {wrong: 1})" : name + "({wrong: 1})";
            assertThatThrownBy(() -> kprg.run("CALL " + call)).hasMessageContaining("it takes " + keys);
        }
    }

    @Test
    void helpOfOneIsFoundByItsShortName() {
        assertThat(kprg.run("CALL kprg.help('twoHop') YIELD name")).hasSize(1);
        assertThat(kprg.run("CALL kprg.help('kprg.twoHop') YIELD name")).hasSize(1);
        Map<String, Object> config = kprg.run("CALL kprg.help('core') YIELD config")
                .get(0)
                .get("config")
                .asMap();
        assertThat(config).containsOnlyKeys("core");
        assertThat(config.get("core").toString()).contains("{share: 0.1}");
    }

    @Test
    void helpOfSomethingUnknownSaysHowToSeeAll() {
        assertThatThrownBy(() -> kprg.run("CALL kprg.help('fourHop')")).hasMessageContaining("name is 'fourHop'");
    }
}
