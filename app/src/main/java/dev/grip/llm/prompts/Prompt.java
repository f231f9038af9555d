package dev.grip.llm.prompts;

import dev.grip.llm.ChatMessage;
import dev.grip.llm.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A versioned template from {@code /prompts/<domain>/<stage>/<verb-noun>.md}; its name leaves the domain out. {@code hash} is the SHA-256 of the file's bytes in
 * hex and {@code text} is what they say; {@code system} is empty when the file has no such section; {@code inputs} are exactly the placeholders it uses.
 */
public record Prompt(
        String name,
        int version,
        String hash,
        String purpose,
        List<String> inputs,
        String output,
        Sampling sampling,
        String source,
        String system,
        String user,
        String text) {

    public Prompt {
        inputs = List.copyOf(inputs);
    }

    /** The prompt that a record of its file says it is: {@code text} as {@link #text} gave it. PromptException when it is none. */
    public static Prompt recorded(String name, String text) {
        return PromptFile.read(name, name + " in the graph", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The raw user text, placeholders and all. */
    public String template() {
        return user;
    }

    /** How records refer to it: {@code judging/judge-problem@3}. */
    public String reference() {
        return name + "@" + version;
    }

    /** The messages to send; {@code values} has exactly the declared inputs. Placeholders inside values stay as they are. */
    public List<ChatMessage> render(Map<String, String> values) {
        requireSame(name, "values given", values.keySet());
        List<ChatMessage> messages = new ArrayList<>();
        if (!system.isEmpty()) {
            messages.add(ChatMessage.system(Placeholders.fill(system, values)));
        }
        messages.add(ChatMessage.user(Placeholders.fill(user, values)));
        return messages;
    }

    /** Refuses a set of names that is not exactly the declared inputs. */
    void requireSame(String file, String what, Set<String> names) {
        Set<String> missing = new TreeSet<>(inputs);
        missing.removeAll(names);
        Set<String> unknown = new TreeSet<>(names);
        inputs.forEach(unknown::remove);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new PromptException("Prompt " + file + ": the " + what + " differ from its declared inputs " + inputs
                    + listed("missing", missing) + listed("unknown", unknown));
        }
    }

    private static String listed(String word, Set<String> names) {
        return names.isEmpty() ? "" : "; " + word + ": " + String.join(", ", names);
    }
}
