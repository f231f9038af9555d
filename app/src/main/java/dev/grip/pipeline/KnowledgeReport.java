package dev.grip.pipeline;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.knowledge.calibration.Calibration;
import dev.grip.knowledge.calibration.FilterTrial;
import dev.grip.knowledge.calibration.GraphFigures;
import dev.grip.knowledge.merging.Bounds;
import dev.grip.llm.CallThreads;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.fleet.Role;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * How good the two filters of the knowledge base are: the embedding model's calibration beside the {@code configured} bounds, the
 * quality filter's answers if it was asked, and what was decided in the graph if there is one.
 */
public record KnowledgeReport(
        Calibration calibration, Bounds configured, @Nullable FilterTrial filter, @Nullable GraphFigures graph) {

    /** Whether the settings say something else than the calibration chooses. */
    public boolean otherBounds() {
        return !configured.equals(calibration.bounds());
    }

    /** Whether there is a graph to report on: a server that the settings name, or an embedded one that was started before. */
    public static boolean hasGraph(Settings settings) {
        return settings.neo4j().uri() != null
                || EmbeddedNeo4j.exists(settings.data().resolve("neo4j"));
    }

    /** Measures and reads; the database is opened only for {@code withGraph}, the filter's model asked only for {@code askFilter}. */
    public static KnowledgeReport of(Settings settings, boolean askFilter, boolean withGraph, Progress progress) {
        try (OpenModels models = OpenModels.open(settings)) {
            models.fleet()
                    .requireReady(askFilter ? EnumSet.of(Role.EMBEDDING, Role.EXTRACTOR) : EnumSet.of(Role.EMBEDDING));
            Calibration calibration = Calibration.of(models.fleet().embedding());
            FilterTrial filter = askFilter ? filter(models, settings.pipeline().calls(), progress) : null;
            GraphFigures graph = withGraph ? graph(settings) : null;
            return new KnowledgeReport(calibration, settings.knowledge().boundsOf(calibration.model()), filter, graph);
        }
    }

    private static FilterTrial filter(OpenModels models, int calls, Progress progress) {
        ExecutorService threads = CallThreads.open("grip-calls", calls);
        try {
            ChatModel model = models.fleet().chat(Role.EXTRACTOR);
            progress.start("filter", FilterTrial.questions());
            FilterTrial trial = FilterTrial.run(model, models.prompts(), new Calls(threads, calls), progress::advance);
            progress.finish(trial.names() + " labelled names judged");
            return trial;
        } finally {
            threads.shutdownNow();
        }
    }

    private static GraphFigures graph(Settings settings) {
        try (OpenDatabase database = OpenDatabase.open(settings)) {
            return GraphFigures.of(database.graph());
        }
    }
}
