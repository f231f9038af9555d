package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt template turned round: from the rendered text back to its inputs. Literal parts are searched from left to
 * right, once each, so the cost is linear whatever the inputs contain.
 */
final class PromptShape {

    private final String name;
    private final List<String> literals = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();

    PromptShape(String name, String template) {
        this.name = name;
        String text = tidy(template);
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new IllegalArgumentException(
                        "Prompt " + name + " has {{ without }} at character " + open + "; close the placeholder");
            }
            literals.add(text.substring(from, open));
            inputs.add(text.substring(open + 2, close).strip());
            from = close + 2;
        }
        literals.add(text.substring(from));
    }

    String name() {
        return name;
    }

    /** How much text has to agree; of several shapes that fit, the one with most of it is meant. */
    int literalLength() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /** The inputs that were filled in, if the {@linkplain #tidy tidy} message came from this template. */
    Optional<Map<String, String>> inputsOf(String text) {
        String last = literals.get(literals.size() - 1);
        int end = text.length() - last.length();
        int from = literals.get(0).length();
        if (!text.startsWith(literals.get(0)) || !text.endsWith(last) || end < from) {
            return inputs.isEmpty() && text.equals(last) ? Optional.of(Map.of()) : Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            int next = i + 1 == inputs.size() ? end : text.indexOf(literals.get(i + 1), from);
            if (next < from || next > end) {
                return Optional.empty();
            }
            found.put(inputs.get(i), text.substring(from, next).strip());
            from = next + literals.get(i + 1).length();
        }
        return Optional.of(found);
    }

    /** Line ends and edges as shapes expect them. */
    static String tidy(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
