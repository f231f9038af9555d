package dev.grip.pipeline;

import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.prompts.Prompt;
import dev.grip.llm.prompts.PromptLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether prompts and the answers that they ask for fit into the context of the models that are asked: a server refuses a call
 * whose prompt and {@code max_tokens} together do not. The texts that a stage fills in come on top and are not known here.
 */
final class PromptRoom {

    private static final String SUBJECT = "Context length";
    /** Of English text and LaTeX; an estimate, for every model counts differently. */
    private static final int CHARACTERS_A_TOKEN = 4;

    private final PromptLibrary prompts;

    PromptRoom(PromptLibrary prompts) {
        this.prompts = prompts;
    }

    /** As which roles models are asked this prompt. */
    static Set<Role> asked(String prompt) {
        return switch (prompt) {
            case "synthesis/write-problem" -> EnumSet.of(Role.GENERATOR);
            case "synthesis/solve-problem" -> EnumSet.of(Role.SOLVER_SMALL, Role.SOLVER_LARGE);
            case "judging/rate-difficulty" -> EnumSet.of(Role.RATER);
            case "judging/judge-problem", "judging/judge-solution" -> EnumSet.of(Role.JUDGE);
            case "knowledge/extract-knowledge-points",
                    "knowledge/check-quality",
                    "knowledge/check-same-meaning",
                    "knowledge/name-class" -> EnumSet.of(Role.EXTRACTOR);
            default -> throw new IllegalArgumentException("No role is asked the prompt " + prompt);
        };
    }

    /** One failed check for each prompt and server that do not go together, or one that says that all do. */
    List<Check> check(List<EndpointReport> reports) {
        List<Check> checks = new ArrayList<>();
        for (String name : Rehearsals.REHEARSED) {
            Prompt prompt = prompts.get(name);
            reports.stream()
                    .filter(report -> asked(name).contains(report.role()) && !fits(prompt, report))
                    .forEach(report -> checks.add(tooLong(prompt, report)));
        }
        return checks.isEmpty() ? smallest(reports) : checks;
    }

    private static boolean fits(Prompt prompt, EndpointReport report) {
        Integer context = report.maxModelLen();
        return context == null || length(prompt) + prompt.sampling().maxTokens() <= context;
    }

    private static int length(Prompt prompt) {
        return (prompt.system().length() + prompt.user().length()) / CHARACTERS_A_TOKEN;
    }

    private static Check tooLong(Prompt prompt, EndpointReport report) {
        String found = prompt.name() + " has about " + length(prompt) + " tokens and asks for up to "
                + prompt.sampling().maxTokens() + " more (max_tokens), but " + report.model() + " at " + report.url()
                + " (" + report.role().word() + ") has a context of " + report.maxModelLen();
        return new Check(
                SUBJECT,
                false,
                found,
                "start the server with a larger --max-model-len, or lower max_tokens in a prompt of your own");
    }

    private static List<Check> smallest(List<EndpointReport> reports) {
        return reports.stream()
                .filter(report -> report.role() != Role.EMBEDDING)
                .map(EndpointReport::maxModelLen)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder())
                .map(least -> String.format(
                        Locale.ROOT, "every prompt fits with its answer; the smallest context is %,d", least))
                .map(found -> new Check(SUBJECT, true, found, ""))
                .stream()
                .toList();
    }
}
