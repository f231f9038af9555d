package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Sampling;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import dev.grip.rehearsal.content.AnswerFaults;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Shape;
import dev.grip.rehearsal.faults.Effect.Status;
import dev.grip.rehearsal.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures F10, F11, F13 to F19, F21 and F22: what is wrong with an answer. */
class AnswerFailureTests {

    @Test
    void f10APromptThatDoesNotFitIsTooLongAndNotSentAgain() {
        try (Rehearsed it = Rehearsed.with(config -> config.withMaxModelLength(512))) {
            Answer answer = it.writer().chat(Rehearsed.request("a"));
            assertThat(answer.failure()).contains(FailureCategory.TOO_LONG);
            assertThat(((Answer.Failed) answer).message()).contains("maximum context length is 512", "max_tokens");
            assertThat(it.ids("a")).containsExactly("a-1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 501})
    void f11ABadRequestIsNotSentAgain(int status) {
        try (Rehearsed it = Rehearsed.with(Fault.status(status).onRequestId("bad"))) {
            ChatModel model = it.judge();
            assertThat(model.chat(Rehearsed.request("good")).complete()).isTrue();
            for (int i = 0; i < 10; i++) {
                assertThat(model.chat(Rehearsed.request("bad" + i)).failure()).contains(FailureCategory.BAD_REQUEST);
                assertThat(it.ids("bad" + i)).hasSize(1);
            }
        }
    }

    @Test
    void f11AStageWhoseFirstCallsAreAllRefusedIsStoppedAndSaysSo() {
        try (Rehearsed it = Rehearsed.with(Fault.status(400).onRequestId("bad"))) {
            ChatModel model = it.judge();
            for (int i = 0; i < 4; i++) {
                assertThat(model.chat(Rehearsed.request("bad" + i, "new-stage")).failure())
                        .contains(FailureCategory.BAD_REQUEST);
            }
            Answer fifth = model.chat(Rehearsed.request("bad4", "new-stage"));
            assertThat(fifth.failure()).contains(FailureCategory.BAD_STAGE);
            assertThat(((Answer.Failed) fifth).message()).contains("the first 5 calls of new-stage were all refused");
            assertThat(model.chat(Rehearsed.request("bad5", "new-stage")).failure())
                    .contains(FailureCategory.BAD_STAGE);
            assertThat(it.ids("bad5")).isEmpty();
            assertThat(model.chat(Rehearsed.request("good", "other-stage")).complete())
                    .isTrue();
        }
    }

    @Test
    void f13AStreamThatReportsAnErrorOrEndsTooSoonIsNoAnswerAlthoughItsStatusIs200() {
        List<Effect> effects = List.of(new Effect.ErrorEvent(1), new Effect.NoDone(), new Effect.NoFinish());
        for (Effect effect : effects) {
            try (Rehearsed it = Rehearsed.with(Fault.of(effect).times(1))) {
                assertThat(it.writer().chat(Rehearsed.request("a")).text())
                        .as(effect.toString())
                        .isEqualTo("fine");
                assertThat(it.ids("a")).as(effect.toString()).containsExactly("a-1", "a-2");
                assertThat(it.sent("a").get(0).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void f13CharactersAndEventsThatArriveInPiecesAreWhole() {
        try (Rehearsed it = Rehearsed.with(config ->
                config.withFaults(Fault.of(new Effect.Split())).withScript(conversation -> "∑ über 数学 🎲\nend"))) {
            assertThat(it.writer().chat(Rehearsed.request("a")).text()).isEqualTo("∑ über 数学 🎲\nend");
            assertThat(it.ids("a")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void f14AnAnswerAtItsLengthIsKeptAsTruncated(boolean stream) {
        try (Rehearsed it = Rehearsed.with(config -> config.withScript(conversation -> "word ".repeat(2_000)))) {
            Answer answer = (stream ? it.writer() : it.judge()).chat(Rehearsed.request("a"));
            assertThat(answer).isInstanceOf(Answer.Truncated.class);
            assertThat(answer.text()).startsWith("word word");
            assertThat(it.ids("a")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abort", "something-new"})
    void f15AnAnswerThatEndedForAnUnusableReasonIsAskedForAgain(String reason) {
        Fault fault = Fault.of(new Effect.FinishReason(reason)).times(1);
        try (Rehearsed it = Rehearsed.with(fault)) {
            assertThat(it.judge().chat(Rehearsed.request("a")).text()).isEqualTo("fine");
            assertThat(it.writer().chat(Rehearsed.request("b")).text()).isEqualTo("fine");
            assertThat(it.ids("a")).containsExactly("a-1", "a-2");
        }
    }

    @Test
    void f15ALoopThatTheServerStoppedIsTruncatedAndAFilteredAnswerRefused() {
        try (Rehearsed it = Rehearsed.with(
                Fault.of(new Effect.FinishReason("repetition")).onRequestId("loop"),
                Fault.of(new Effect.FinishReason("content_filter")).onRequestId("filter"))) {
            assertThat(it.judge().chat(Rehearsed.request("loop"))).isInstanceOf(Answer.Truncated.class);
            assertThat(it.judge().chat(Rehearsed.request("filter"))).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void f16AnAnswerWithoutContentIsEmptyAndItsReasoningIsNotUsed() {
        for (Effect effect : List.of(new Effect.NullContent(), new Effect.ReasoningOnly())) {
            try (Rehearsed it = Rehearsed.with(Fault.of(effect))) {
                assertThat(it.judge().chat(Rehearsed.request("a"))).isInstanceOf(Answer.Empty.class);
                assertThat(it.writer().chat(Rehearsed.request("b"))).isInstanceOf(Answer.Empty.class);
            }
        }
    }

    @Test
    void f16AJudgeWithoutContentIsAskedOnceMore() {
        Fault fault = Fault.of(new Effect.ReasoningOnly()).times(1);
        try (Rehearsed it =
                Rehearsed.with(config -> config.withFaults(fault).withScript(conversation -> "Answer: True"))) {
            Question.Asked<Boolean> asked = question(it);
            assertThat(asked.reading().value()).contains(true);
            assertThat(asked.reading().path()).isEqualTo("asked_again");
        }
    }

    @Test
    void f17AServerThatIgnoresConstraintsIsFoundOutByWhatItAnswers() throws Exception {
        Personality ignoring = Personality.FLAWLESS.withFaults(AnswerFaults.ignoringConstraints());
        try (Rehearsed it = Rehearsed.with(config -> config.withPersonality(ignoring));
                Rehearsed honest = Rehearsed.with()) {
            assertThat(mode(it)).isEqualTo(ConstraintMode.NONE);
            assertThat(mode(honest)).isEqualTo(ConstraintMode.STRUCTURED_OUTPUTS);
        }
    }

    @Test
    void f18AVerdictThatCannotBeReadIsAThirdValueAfterOneMoreQuestion() {
        Personality ignoring = Personality.FLAWLESS.withFaults(AnswerFaults.ignoringConstraints());
        try (Rehearsed it = Rehearsed.with(
                config -> config.withPersonality(ignoring).withScript(conversation -> "Answer: True\nAnswer: False"))) {
            Question.Asked<Boolean> asked = question(it);
            assertThat(asked.reading().value()).isEmpty();
            assertThat(asked.reading().path()).isEqualTo("conflict");
            long questions = it.server().journal().requests().stream()
                    .filter(request -> request.method().equals("POST"))
                    .filter(request -> !request.id().startsWith("probe-"))
                    .count();
            assertThat(questions).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GENERATOR", "JUDGE"})
    void f19ARunawayEndsAtTheTokensThatEveryCallNames(Role role) {
        try (Rehearsed it = Rehearsed.with(config -> config.withScript(conversation -> " \n".repeat(200_000)))) {
            Answer answer = it.model(role, Rehearsed.DEADLINES).chat(Rehearsed.request("a"));
            assertThat(answer.complete()).isFalse();
            assertThat(answer.usage().completionTokens()).isLessThanOrEqualTo(600);
            assertThat(it.sent("a").get(0).body()).contains("\"max_tokens\":600");
        }
    }

    @Test
    void f21ChoicesAreTakenByTheirIndexAndMissingOnesAskedFor() {
        for (Effect effect : List.of(new Effect.FewerChoices(), new Effect.ShuffledChoices())) {
            for (Role role : List.of(Role.GENERATOR, Role.JUDGE)) {
                try (Rehearsed it = Rehearsed.with(Fault.of(effect).times(1))) {
                    ChatRequest request =
                            new ChatRequest("a", List.of(ChatMessage.user("Say")), new Sampling(1, 1, 600), 5);
                    List<Answer> answers = it.model(role, Rehearsed.DEADLINES).chat(request, 4);
                    assertThat(answers).hasSize(4).allMatch(Answer::complete);
                    assertThat(it.ids("a").get(0)).isEqualTo("a-1");
                    assertThat(it.sent("a")).hasSizeLessThanOrEqualTo(2);
                }
            }
        }
    }

    @Test
    void f22WhatIsNoJsonIsReadOnlyInPart() {
        Fault page = Fault.of(Status.of(502).withShape(Shape.HTML).withSize(8 << 20));
        try (Rehearsed it = Rehearsed.with(page)) {
            Answer answer = it.judge().chat(Rehearsed.request("a"));
            assertThat(answer.failure()).contains(FailureCategory.SERVER_ERROR);
            assertThat(((Answer.Failed) answer).message()).contains("HTTP 502").hasSizeLessThan(1_000);
            assertThat(it.ids("a")).containsExactly("a-1", "a-2", "a-3", "a-4", "a-5");
        }
    }

    @Test
    void f22JsonThatBreaksOffIsMalformedAndItsBeginningKept() {
        try (Rehearsed it = Rehearsed.with(Fault.of(new Effect.TruncatedJson()))) {
            Answer answer = it.judge().chat(Rehearsed.request("a"));
            assertThat(answer).isInstanceOf(Answer.Malformed.class);
            assertThat(((Answer.Malformed) answer).raw()).startsWith("{").hasSizeLessThanOrEqualTo(1024);
            assertThat(it.ids("a")).hasSize(4);
        }
    }

    private static Question.Asked<Boolean> question(Rehearsed it) {
        PromptedModel judge = new PromptedModel(
                it.judge(), PromptLibrary.load().require("judging/judge-solution", Set.of("problem", "solution")));
        return new Question<>(judge, VerdictReader.trueFalse("Answer")).ask(Map.of("problem", "p", "solution", "s"));
    }

    private static ConstraintMode mode(Rehearsed it) throws InterruptedException {
        it.judge();
        return it.fleet().look(Set.of(Role.JUDGE), true).get(0).constraints();
    }
}
