package dev.grip.kprg.procedures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Says what the procedures do and what they take: what the database itself says, and the keys of their config. */
public final class HelpProcedures {

    private static final String PROCEDURES = "SHOW PROCEDURES YIELD name, signature, description"
            + " WHERE name STARTS WITH 'kprg.' AND ($name = '' OR name = 'kprg.' + $name OR name = $name)"
            + " RETURN name, signature, description ORDER BY name";

    @Context
    @SuppressWarnings("NullAway.Init")
    public Transaction transaction;

    @Procedure(name = "kprg.help", mode = Mode.READ)
    @Description("What each procedure does, takes and gives; of all, or of the one named.")
    public Stream<HelpRow> help(@Name(value = "name", defaultValue = "") @Nullable String name) {
        String wanted = name == null ? "" : name;
        var rows = transaction.execute(PROCEDURES, Map.of("name", wanted)).stream()
                .map(HelpProcedures::row)
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "name is '%s', but must be that of a kprg procedure: CALL kprg.help() shows all".formatted(wanted));
        }
        return rows.stream();
    }

    private static HelpRow row(Map<String, Object> shown) {
        String name = String.valueOf(shown.get("name"));
        Map<String, Object> config = new LinkedHashMap<>();
        for (ConfigKey key : ConfigKey.of(name)) {
            config.put(key.name(), "%s Default: %s.".formatted(key.meaning(), key.otherwise()));
        }
        return new HelpRow(
                name, String.valueOf(shown.get("signature")), String.valueOf(shown.get("description")), config);
    }

    /** One procedure. */
    public record HelpRow(
            @Description("Its name.") String name,
            @Description("Arguments and columns with their types, as SHOW PROCEDURES has them.") String signature,
            @Description("What it does, as SHOW PROCEDURES has it.") String description,
            @Description("The keys config may have, what they mean and their defaults.") Map<String, Object> config) {}
}
