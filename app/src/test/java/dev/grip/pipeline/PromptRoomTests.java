package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.fleet.Endpoint;
import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.ModelSettings;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalServer;
import dev.grip.rehearsal.content.Personality;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptRoomTests {

    private final PromptLibrary prompts = PromptLibrary.load();

    @Test
    void everyChatRoleIsAskedAPromptAndEveryPromptHasARole() {
        Set<Role> asked = EnumSet.noneOf(Role.class);
        Rehearsals.REHEARSED.forEach(prompt -> asked.addAll(PromptRoom.asked(prompt)));

        assertThat(asked).isEqualTo(EnumSet.complementOf(EnumSet.of(Role.EMBEDDING)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SOLVER_SMALL | 2048 | synthesis/solve-problem            | 2048
                    SOLVER_LARGE | 2100 | synthesis/solve-problem            | 2048
                    GENERATOR    |  512 | synthesis/write-problem            | 768
                    JUDGE        | 1024 | judging/judge-solution             | 1024
                    RATER        |  100 | judging/rate-difficulty            | 128
                    EXTRACTOR    |  256 | knowledge/extract-knowledge-points | 256
                    """)
    void aPromptThatLeavesNoRoomForItsAnswerIsNamedWithModelAndContext(
            Role role, int context, String prompt, int maxTokens) {
        assertThat(check(role, context)).anySatisfy(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.found())
                    .contains(
                            prompt,
                            "up to " + maxTokens + " more (max_tokens)",
                            "rehearsal/tested at http://127.0.0.1:")
                    .endsWith("(" + role.word() + ") has a context of " + context);
            assertThat(check.advice()).contains("--max-model-len");
        });
    }

    @Test
    void promptsThatFitAreOneGoodCheck() {
        assertThat(check(Role.SOLVER_SMALL, 4096))
                .containsExactly(new Check(
                        "Context length",
                        true,
                        "every prompt fits with its answer; the smallest context is 4,096",
                        ""));
    }

    @Test
    void serversThatDoNotSayTheirContextAreNotJudged() {
        List<EndpointReport> away = ModelFleet.probe(settings(Endpoint.of(Role.RATER, "http://127.0.0.1:1", "m")));

        assertThat(new PromptRoom(prompts).check(away)).isEmpty();
    }

    private List<Check> check(Role role, int context) {
        RehearsalConfig config = RehearsalConfig.of("rehearsal/tested", Personality.FLAWLESS, asked -> "fine")
                .withMaxModelLength(context);
        try (RehearsalServer server = RehearsalServer.start(config)) {
            Endpoint endpoint = Endpoint.of(role, server.url().toString(), "rehearsal/tested");
            return new PromptRoom(prompts).check(ModelFleet.probe(settings(endpoint)));
        }
    }

    private static ModelSettings settings(Endpoint endpoint) {
        return new ModelSettings(List.of(endpoint), ModelSettings.DEFAULT_PATIENCE);
    }
}
