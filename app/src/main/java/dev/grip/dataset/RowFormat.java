package dev.grip.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a row is written for training: OpenAI's messages or LLaMA-Factory's alpaca columns, both with the same provenance. */
enum RowFormat {
    MESSAGES("messages") {
        @Override
        Map<String, Object> content(Row row) {
            return Map.of("messages", List.of(message("user", row.problem()), message("assistant", row.solution())));
        }

        @Override
        Map<String, Object> entry(String file) {
            return ordered(
                    "file_name",
                    file,
                    "formatting",
                    "sharegpt",
                    "columns",
                    Map.of("messages", "messages"),
                    "tags",
                    ordered(
                            "role_tag", "role",
                            "content_tag", "content",
                            "user_tag", "user",
                            "assistant_tag", "assistant"));
        }
    },
    ALPACA("alpaca") {
        @Override
        Map<String, Object> content(Row row) {
            return ordered("instruction", row.problem(), "input", "", "output", row.solution());
        }

        @Override
        Map<String, Object> entry(String file) {
            return ordered(
                    "file_name",
                    file,
                    "formatting",
                    "alpaca",
                    "columns",
                    ordered("prompt", "instruction", "query", "input", "response", "output"));
        }
    };

    private final String word;

    RowFormat(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The columns a trainer reads. */
    abstract Map<String, Object> content(Row row);

    /** What {@code dataset_info.json} says of a file of this format. */
    abstract Map<String, Object> entry(String file);

    /** The whole JSON object of a row. */
    Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.key());
        json.putAll(content(row));
        json.put("answer", row.answer());
        json.put("rehearsal", row.rehearsal());
        json.put("grip", row.provenance());
        return json;
    }

    private static Map<String, Object> message(String role, String content) {
        return ordered("role", role, "content", content);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
