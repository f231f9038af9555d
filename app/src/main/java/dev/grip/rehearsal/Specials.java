package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.config.FaultJson;
import dev.grip.rehearsal.config.RecordJson;
import dev.grip.rehearsal.faults.Fault;
import dev.grip.rehearsal.faults.Match;
import dev.grip.rehearsal.faults.Trigger;
import java.util.ArrayList;
import java.util.List;

/** What is special about a server, in few words: every setting that is not the usual one. */
final class Specials {

    private static final List<String> PASSED_OVER = List.of("port", "model", "personality", "faults", "api-key");

    private Specials() {}

    static List<String> of(RehearsalConfig config) {
        ObjectNode usual = RecordJson.write(RehearsalConfig.of(config.model(), config.personality(), config.script()));
        List<String> found = new ArrayList<>();
        if (!config.apiKey().isEmpty()) {
            found.add("api-key");
        }
        RecordJson.write(config).properties().forEach(setting -> {
            if (!PASSED_OVER.contains(setting.getKey())) {
                compare(setting.getKey(), setting.getValue(), usual.path(setting.getKey()), found);
            }
        });
        config.faults().forEach(fault -> found.add(words(fault)));
        return found;
    }

    private static void compare(String name, JsonNode value, JsonNode usual, List<String> found) {
        if (value.isObject()) {
            value.properties().forEach(one -> compare(one.getKey(), one.getValue(), usual.path(one.getKey()), found));
        } else if (!value.equals(usual)) {
            found.add(name + " " + value.asText());
        }
    }

    private static String words(Fault fault) {
        List<String> when = new ArrayList<>();
        compare("", RecordJson.write(fault.trigger()), RecordJson.write(Trigger.ALWAYS), when);
        compare("", RecordJson.write(fault.match()), RecordJson.write(Match.ANY_CALL), when);
        String kind = "fault " + FaultJson.kind(fault.effect());
        return when.isEmpty() ? kind : kind + " (" + String.join(", ", when) + ")";
    }
}
