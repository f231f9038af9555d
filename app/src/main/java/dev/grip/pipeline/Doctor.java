package dev.grip.pipeline;

import dev.grip.graph.Graph;
import dev.grip.graph.ServerCheck;
import dev.grip.llm.CallThreads;
import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.ModelSettings;
import dev.grip.llm.prompts.PromptLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at everything a run depends on, and goes on where something is wrong, so that one look tells all. */
public final class Doctor {

    private final Settings settings;
    private final List<Check> checks = new ArrayList<>();

    private Doctor(Settings settings) {
        this.settings = settings;
    }

    /** Checks the machine, the database and its plugins, the prompts and every model server. */
    public static Findings examine(Settings settings) {
        Doctor doctor = new Doctor(settings);
        doctor.machine();
        Optional<PromptLibrary> prompts = doctor.prompts();
        doctor.database();
        return new Findings(doctor.checks, doctor.models(prompts));
    }

    private void machine() {
        good("Java", Runtime.version().toString());
        good("Model calls wait on", threads());
        good("Profile", settings.profile());
        Path data = settings.data().toAbsolutePath();
        Path existing = data;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isWritable(existing)) {
            bad("Data folder", data + " cannot be written", "choose another with --data or make it writable");
            return;
        }
        long free = existing.toFile().getUsableSpace() >> 20;
        if (free < 1024) {
            bad("Data folder", data + ", only " + free + " MiB free", "make room: Neo4j needs at least 1 GiB");
        } else {
            good("Data folder", data + ", " + (free >> 10) + " GiB free");
        }
    }

    private static String threads() {
        return CallThreads.virtual() ? "virtual threads" : "platform threads; from Java 21 on they are virtual";
    }

    /** Empty if one of them cannot be used. */
    private Optional<PromptLibrary> prompts() {
        try {
            Path overrides = settings.prompts().folder();
            PromptLibrary prompts = PromptLibrary.load(settings.prompts().domain(), overrides);
            Rehearsals.REHEARSED.forEach(prompts::get);
            prompts.unusedOverrides()
                    .forEach(file -> bad("Prompts", "no stage uses " + file, "name it like the prompt it replaces"));
            good(
                    "Prompts",
                    Rehearsals.REHEARSED.size() + " loaded for " + prompts.domain()
                            + (overrides == null ? "" : " over " + overrides));
            return Optional.of(prompts);
        } catch (RuntimeException e) {
            bad("Prompts", message(e), "correct the file");
            return Optional.empty();
        }
    }

    private void database() {
        try (OpenDatabase database = OpenDatabase.open(settings)) {
            server(database.graph());
            stages(database.graph());
            database.places().notices().forEach(notice -> good("Neo4j", notice));
        } catch (RuntimeException e) {
            bad("Neo4j", message(e), "");
        }
    }

    /** Builds the stages as a start does, which sees a role without a model and a prompt with the wrong placeholders. */
    private void stages(Graph graph) {
        try (OpenModels models = OpenModels.open(settings);
                Stages stages = new Stages(settings, graph, models)) {
            good(
                    "Stages",
                    "every role has a model, every prompt its placeholders; KPRG epoch "
                            + stages.runs().epoch());
        } catch (RuntimeException e) {
            bad("Stages", message(e), "");
        }
    }

    private void server(Graph graph) {
        ServerCheck check = ServerCheck.of(graph);
        good("Neo4j", check.version() + " " + check.edition());
        check.apocVersion().ifPresent(version -> good("APOC", version));
        check.gdsVersion().ifPresent(version -> good("Graph Data Science", version));
        if (check.ready()) {
            good("kprg plugin", check.procedures().size() + " procedures");
        }
        check.missing().forEach(sentence -> bad("Neo4j", sentence, ""));
        check.advice().forEach(sentence -> good("Neo4j", sentence));
    }

    private List<EndpointReport> models(Optional<PromptLibrary> prompts) {
        try {
            ModelSettings configured = ModelSettings.read(settings.models());
            if (!configured.configured()) {
                good("Models", "none configured: rehearsal with simulated models, whose data is marked rehearsal");
            }
            OpenFiles.check(configured).ifPresent(checks::add);
            List<EndpointReport> reports = ModelFleet.probe(configured);
            prompts.ifPresent(library -> checks.addAll(new PromptRoom(library).check(reports)));
            return reports;
        } catch (RuntimeException e) {
            bad("Models", message(e), "");
            return List.of();
        }
    }

    private void good(String subject, String found) {
        checks.add(new Check(subject, true, found, ""));
    }

    private void bad(String subject, String found, String advice) {
        checks.add(new Check(subject, false, found, advice));
    }

    private static String message(RuntimeException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
