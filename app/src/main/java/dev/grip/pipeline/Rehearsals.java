package dev.grip.pipeline;

import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.rehearsal.RehearsalConfig;
import dev.grip.rehearsal.RehearsalFile;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.content.Background;
import dev.grip.seeds.BundledSeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Simulated models that know the prompts of this program and the knowledge points recorded for the demo's seeds. */
public final class Rehearsals {

    static final List<String> REHEARSED = List.of(
            "knowledge/extract-knowledge-points",
            "knowledge/check-quality",
            "knowledge/check-same-meaning",
            "knowledge/name-class",
            "synthesis/write-problem",
            "synthesis/solve-problem",
            "judging/judge-problem",
            "judging/rate-difficulty",
            "judging/judge-solution");

    private Rehearsals() {}

    /** One server for every model of the published method, each on a free port. */
    public static List<RehearsalConfig> usual(PromptLibrary prompts) {
        Map<String, String> templates = new LinkedHashMap<>();
        REHEARSED.forEach(name -> templates.put(name, prompts.get(name).template()));
        return RehearsalFleet.usual(
                templates, new Background(BundledSeeds.recordedKnowledgePoints(), BundledSeeds.unlabelledSolutions()));
    }

    /**
     * The servers that a YAML file describes.
     *
     * @throws SettingsException if it cannot be read, naming the key, the value and what works
     */
    public static List<RehearsalConfig> read(Path file, PromptLibrary prompts) {
        if (!Files.isRegularFile(file)) {
            throw new SettingsException("There is no file " + file);
        }
        try {
            return RehearsalFile.read(Files.readString(file), usual(prompts));
        } catch (IOException e) {
            throw new SettingsException("Cannot read " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(file + ": " + e.getMessage());
        }
    }
}
