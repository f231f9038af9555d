package dev.grip.llm.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.ServedModel;
import dev.grip.llm.Usage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A question has one key, however often and by whichever process it is asked. */
class RequestKeyTests {

    private static final String NAME = "knowledge/extract-knowledge-points";
    private static final Map<String, String> SEED = Map.of("limit", "5", "problem", "p", "solution", "s");

    private final List<String> keys = new ArrayList<>();

    @Test
    void aSeedAndAPromptHaveOneKey() {
        ask("math", SEED, 0);
        ask("math", SEED, 0);
        assertThat(keys).hasSize(2).containsOnly(keys.get(0));
    }

    @Test
    void anotherSeedPromptOrDrawHasAnotherKey() {
        ask("math", SEED, 0);
        ask("math", Map.of("limit", "5", "problem", "q", "solution", "s"), 0);
        ask("math", Map.of("limit", "10", "problem", "p", "solution", "s"), 0);
        ask("physics", SEED, 0);
        ask("math", SEED, 1);
        assertThat(keys).hasSize(5).doesNotHaveDuplicates();
    }

    private void ask(String domain, Map<String, String> inputs, long draw) {
        Prompt prompt = PromptLibrary.load(domain, null).get(NAME);
        new PromptedModel(new Listening(), prompt).ask(inputs, draw);
    }

    private final class Listening implements ChatModel {
        @Override
        public List<Answer> chat(ChatRequest request, int choices) {
            keys.add(request.key());
            return List.of(new Answer.Complete("1. Addition", Usage.NONE));
        }

        @Override
        public ServedModel served() {
            return new ServedModel("extractor", "model", URI.create("http://localhost:1/v1"), 1, false);
        }
    }
}
