package dev.grip.rehearsal.content;

import dev.grip.rehearsal.structured.Constraint;
import dev.grip.rehearsal.structured.NumberedList;
import java.util.List;
import java.util.Map;

/** A brain with the shipped prompts, asked without HTTP between. */
final class BrainAtWork {

    private final String model;
    private final Brain brain;
    private final Personality personality;

    BrainAtWork(Personality personality, Map<String, List<String>> recorded) {
        this("model", personality, Brain.of(Prompts.userTemplates(), recorded));
    }

    private BrainAtWork(String model, Personality personality, Brain brain) {
        this.model = model;
        this.brain = brain;
        this.personality = personality;
    }

    /** The same brain with another personality. */
    BrainAtWork as(Personality other) {
        return new BrainAtWork(model, other, brain);
    }

    /** The same under another name. */
    BrainAtWork named(String name) {
        return new BrainAtWork(name, personality, brain);
    }

    /** The same personality with another brain. */
    BrainAtWork with(Brain other) {
        return new BrainAtWork(model, personality, other);
    }

    static BrainAtWork flawless() {
        return new BrainAtWork(Personality.FLAWLESS, Map.of());
    }

    String ask(long seed, String prompt, Map<String, String> inputs) {
        return say(seed, Prompts.render(prompt, inputs));
    }

    String say(long seed, String message) {
        List<Conversation.Turn> turns =
                List.of(new Conversation.Turn("system", "You are tested."), new Conversation.Turn("user", message));
        return brain.answer(new Conversation(model, turns, personality, seeded(seed)));
    }

    private static Manner seeded(long seed) {
        return new Manner(Constraint.none(), true, 1024, seed, 0);
    }

    String write(long seed, String... knowledgePoints) {
        String answer = ask(
                seed,
                "synthesis/write-problem",
                Map.of("knowledge_points", NumberedList.write(List.of(knowledgePoints))));
        return answer.substring("New Problem: ".length());
    }

    String solve(long seed, String problem) {
        return ask(seed, "synthesis/solve-problem", Map.of("problem", problem));
    }

    double score(long seed, String problem, String... knowledgePoints) {
        String answer = ask(
                seed,
                "judging/judge-problem",
                Map.of("knowledge_points", NumberedList.write(List.of(knowledgePoints)), "problem", problem));
        return Double.parseDouble(answer.substring(answer.lastIndexOf(' ') + 1));
    }

    boolean approves(long seed, String problem, String solution) {
        String answer = ask(seed, "judging/judge-solution", Map.of("problem", problem, "solution", solution));
        return answer.endsWith("Answer: True");
    }

    List<String> extract(String problem, String solution, int limit) {
        return NumberedList.read(ask(
                0,
                "knowledge/extract-knowledge-points",
                Map.of("limit", Integer.toString(limit), "problem", problem, "solution", solution)));
    }

    String quality(String name) {
        String answer = ask(0, "knowledge/check-quality", Map.of("name", name));
        return answer.substring(answer.lastIndexOf("Verdict: ") + "Verdict: ".length());
    }

    boolean same(String first, String second) {
        return ask(0, "knowledge/check-same-meaning", Map.of("first", first, "second", second))
                .endsWith("Answer: True");
    }
}
