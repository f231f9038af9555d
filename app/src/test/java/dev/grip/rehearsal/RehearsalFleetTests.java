package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.Background;
import dev.grip.rehearsal.content.Prompts;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** All servers of the published method together, asked over HTTP with the shipped prompts. */
class RehearsalFleetTests {

    @Test
    void everyRoleIsServedUnderANameThatSaysRehearsal() {
        try (RehearsalFleet fleet = RehearsalFleet.start(
                RehearsalFleet.usual(Prompts.userTemplates(), new Background(Map.of(), Map.of())))) {
            assertThat(fleet.seats())
                    .containsOnlyKeys(
                            "extractor",
                            "filter",
                            "generator",
                            "rater",
                            "solver-small",
                            "solver-large",
                            "judge-1",
                            "judge-2",
                            "judge-3");
            assertThat(fleet.servers()).hasSize(6);
            assertThat(fleet.seats().values()).allSatisfy(seat -> {
                JsonNode models = Client.json(new Client(seat.url()).get("/v1/models"));
                assertThat(seat.model()).startsWith("rehearsal/");
                assertThat(models.at("/data/0/id").asText()).isEqualTo(seat.model());
            });
        }
    }

    @Test
    void aProblemGoesThroughAllStages() {
        try (RehearsalFleet fleet = RehearsalFleet.start(
                RehearsalFleet.usual(Prompts.userTemplates(), new Background(Map.of(), Map.of())))) {
            String points = "1. Calculating percentages\n2. Calculating total cost";
            String problem = ask(fleet, "generator", "synthesis/write-problem", Map.of("knowledge_points", points));
            assertThat(problem).startsWith("New Problem: ");
            String text = problem.substring("New Problem: ".length());

            Map<String, String> judged = Map.of("knowledge_points", points, "problem", text);
            assertThat(ask(fleet, "judge-1", "judging/judge-problem", judged))
                    .containsPattern("\nEvaluation Score: [01]\\.\\d\\d$");
            assertThat(ask(fleet, "rater", "judging/rate-difficulty", Map.of("problem", text)))
                    .containsPattern("\nDifficulty: (low|medium|high)$");
            String solution = ask(fleet, "solver-large", "synthesis/solve-problem", Map.of("problem", text));
            assertThat(ask(fleet, "judge-3", "judging/judge-solution", Map.of("problem", text, "solution", solution)))
                    .containsPattern("\nAnswer: (True|False)$");
        }
    }

    private static String ask(RehearsalFleet fleet, String role, String prompt, Map<String, String> inputs) {
        RehearsalFleet.Seat seat = Objects.requireNonNull(fleet.seats().get(role), role);
        ObjectNode body =
                new ObjectMapper().createObjectNode().put("model", seat.model()).put("max_tokens", 2000);
        body.putArray("messages").addObject().put("role", "user").put("content", Prompts.render(prompt, inputs));
        JsonNode answer = Client.json(new Client(seat.url()).post("/v1/chat/completions", body.toString()));
        assertThat(answer.path("system_fingerprint").asText()).isEqualTo("rehearsal");
        return answer.at("/choices/0/message/content").asText();
    }
}
