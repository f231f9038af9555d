package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises which prompt a conversation came from and lets the stage of that prompt answer. */
public final class Brain implements ContentScript {

    private static final String UNKNOWN =
            "This is a rehearsal server: it stands in for a language model, knows only the"
                    + " prompts of this program, and did not recognise this one.";

    private final List<PromptShape> shapes;
    private final Map<String, Stage> stages;

    private Brain(List<PromptShape> shapes, Map<String, Stage> stages) {
        this.shapes = shapes;
        this.stages = stages;
    }

    /** With what is recorded for problems, and problems as good as published. */
    public static Brain of(Map<String, String> templates, Map<String, List<String>> recorded) {
        return of(templates, new Background(recorded, Map.of()), LatentQuality.PUBLISHED);
    }

    /** From prompt names to raw user templates; every one must be of those the brain has a stage for. */
    public static Brain of(Map<String, String> templates, Background background, LatentQuality quality) {
        Map<String, Stage> stages = stages(background, quality);
        for (String name : templates.keySet()) {
            if (!stages.containsKey(name)) {
                throw new IllegalArgumentException("No rehearsal for prompt " + name + "; known are "
                        + stages.keySet().stream().sorted().toList());
            }
        }
        List<PromptShape> shapes = templates.entrySet().stream()
                .map(template -> new PromptShape(template.getKey(), template.getValue()))
                .sorted(Comparator.comparingInt(PromptShape::literalLength)
                        .reversed()
                        .thenComparing(PromptShape::name))
                .toList();
        return new Brain(shapes, stages);
    }

    private static Map<String, Stage> stages(Background background, LatentQuality quality) {
        StoryBook book = StoryBook.load();
        StoryReader reader = new StoryReader(book);
        ExtractingStage extracting = new ExtractingStage(background.recorded(), ReadingRules.load());
        PointDistances distances = distances(background, extracting);
        return Map.of(
                "knowledge/extract-knowledge-points", extracting,
                "knowledge/check-quality", new QualityStage(),
                "knowledge/check-same-meaning", new SameMeaningStage(),
                "knowledge/name-class", new NamingStage(),
                "synthesis/write-problem", new WritingStage(new StoryWriter(book), distances, quality),
                "synthesis/solve-problem", new SolvingStage(reader),
                "judging/judge-problem", new ProblemJudgingStage(reader, distances, quality),
                "judging/rate-difficulty", new DifficultyStage(reader),
                "judging/judge-solution", new SolutionJudgingStage(reader));
    }

    /** From the names that extracting these problems and filtering the names would leave. */
    private static PointDistances distances(Background background, ExtractingStage extracting) {
        Map<String, String> problems = new HashMap<>(background.solved());
        background.recorded().keySet().forEach(problem -> problems.putIfAbsent(problem, ""));
        List<List<String>> together = new ArrayList<>();
        problems.forEach((problem, solution) ->
                together.add(extracting.names(problem, solution, ExtractingStage.USUAL_LIMIT).stream()
                        .filter(QualityStage::keeps)
                        .toList()));
        return new PointDistances(together);
    }

    @Override
    public String answer(Conversation conversation) {
        List<Conversation.Turn> turns = conversation.turns();
        // From the last turn back: a re-ask comes after the question it repeats.
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).role().equals("user")) {
                // As it was asked then, so that a re-ask gets the verdict of the question it repeats.
                Optional<String> answer = answer(PromptShape.tidy(turns.get(i).content()), conversation.first(i + 1));
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        return UNKNOWN;
    }

    private Optional<String> answer(String message, Conversation conversation) {
        for (PromptShape shape : shapes) {
            Optional<Map<String, String>> inputs = shape.inputsOf(message);
            Stage stage = stages.get(shape.name());
            if (inputs.isPresent() && stage != null) {
                return Optional.of(stage.answer(inputs.get(), conversation));
            }
        }
        return Optional.empty();
    }
}
