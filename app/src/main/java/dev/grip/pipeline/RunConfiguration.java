package dev.grip.pipeline;

import dev.grip.llm.ChatModel;
import dev.grip.llm.fleet.ModelFleet;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.fleet.RoleServers;
import dev.grip.llm.prompts.Prompt;
import dev.grip.llm.verdicts.VerdictReader;
import dev.grip.pipeline.planning.Step;
import dev.grip.pipeline.planning.Terms;
import dev.grip.pipeline.runs.Configuration;
import dev.grip.pipeline.runs.Decides;
import dev.grip.pipeline.spending.ModelPrice;
import dev.grip.pipeline.spending.Prices;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of settings, models and prompts decides the results of runs. */
final class RunConfiguration {

    /** The roles whose models a run asks. */
    static final Set<Role> ROLES =
            EnumSet.of(Role.GENERATOR, Role.RATER, Role.SOLVER_SMALL, Role.SOLVER_LARGE, Role.JUDGE);

    /** Where the prompts of runs are. */
    private static final List<String> STAGES = List.of("synthesis/", "judging/");

    private RunConfiguration() {}

    /** To be asked when all stages have required their prompts. */
    static Configuration of(Settings settings, OpenModels models) {
        ModelFleet fleet = models.fleet();
        Map<String, String> decides = new TreeMap<>();
        combinations(settings.combinations(), decides);
        decides.put(
                "judging.problem-threshold", Double.toString(settings.judging().problemThreshold()));
        decides.put("judging.parser", Integer.toString(VerdictReader.VERSION));
        ROLES.stream()
                .filter(role -> role != Role.JUDGE)
                .forEach(role -> decides.put(
                        "models." + role.word(), fleet.chat(role).served().name()));
        List<Configuration.Judge> judges = fleet.judges().stream()
                .map(ChatModel::served)
                .map(judge -> new Configuration.Judge(judge.name(), judge.weight()))
                .toList();
        decides.put(
                "models.judges",
                judges.stream()
                        .map(judge -> judge.model() + " with weight " + judge.weight())
                        .collect(Collectors.joining(", ")));
        List<Prompt> prompts = prompts(models);
        prompts.forEach(prompt -> decides.put("prompts." + prompt.name(), describe(prompt)));
        List<String> judging = prompts.stream()
                .filter(prompt -> prompt.name().startsWith("judging/judge-"))
                .map(Prompt::hash)
                .toList();
        return new Configuration(
                settings.profile(),
                new Decides(decides),
                fleet.rehearsal(),
                judges,
                judging,
                prices(settings.prices(), fleet));
    }

    /** Under which terms runs are carried out. */
    static Terms terms(Settings settings, ModelFleet fleet) {
        List<String> judges =
                fleet.judges().stream().map(model -> model.served().name()).toList();
        Map<String, List<String>> models = Map.of(
                Step.WRITE.prompt(),
                List.of(name(fleet, Role.GENERATOR)),
                Step.JUDGE_PROBLEM.prompt(),
                judges,
                Step.RATE.prompt(),
                List.of(name(fleet, Role.RATER)),
                Step.SOLVE.prompt(),
                List.of(name(fleet, Role.SOLVER_SMALL), name(fleet, Role.SOLVER_LARGE)),
                Step.JUDGE_SOLUTION.prompt(),
                judges);
        return new Terms(
                models, prices(settings.prices(), fleet), settings.pipeline().calls(), fleet.rehearsal());
    }

    private static String name(ModelFleet fleet, Role role) {
        return fleet.chat(role).served().name();
    }

    private static Prices prices(Settings.Pricing pricing, ModelFleet fleet) {
        Map<String, Set<URI>> servers = new TreeMap<>();
        for (RoleServers role : fleet.roles()) {
            if (ROLES.contains(role.role())) {
                Set<URI> urls = servers.computeIfAbsent(role.model(), model -> new HashSet<>());
                role.servers().forEach(server -> urls.add(server.url()));
            }
        }
        Map<String, ModelPrice> models = new TreeMap<>();
        servers.forEach((model, urls) -> models.put(model, price(pricing, model, urls.size())));
        return new Prices(pricing.currency(), models);
    }

    private static ModelPrice price(Settings.Pricing pricing, String model, int servers) {
        Settings.ModelPricing price =
                pricing.models().getOrDefault(model, pricing.models().get("default"));
        if (price == null) {
            return new ModelPrice(0, null, null, null);
        }
        return new ModelPrice(
                price.gpus() == null ? 0 : price.gpus() * servers,
                price.gpuHour() == null ? pricing.gpuHour() : price.gpuHour(),
                price.promptMillion(),
                price.completionMillion());
    }

    private static void combinations(Settings.Combinations combinations, Map<String, String> decides) {
        decides.put("combinations.min-weight", String.valueOf(combinations.minWeight()));
        decides.put("combinations.min-implicit-weight", String.valueOf(combinations.minImplicitWeight()));
        decides.put("combinations.max-degree", String.valueOf(combinations.maxDegree()));
        decides.put("combinations.core", String.valueOf(combinations.core()));
        decides.put("combinations.community-sizes", String.valueOf(combinations.communitySizes()));
        decides.put("combinations.repeat", String.valueOf(combinations.repeat()));
    }

    private static List<Prompt> prompts(OpenModels models) {
        return models.prompts().prompts().stream()
                .filter(prompt -> STAGES.stream().anyMatch(prompt.name()::startsWith))
                .toList();
    }

    private static String describe(Prompt prompt) {
        return "version " + prompt.version() + " (" + prompt.hash().substring(0, 12) + ") with " + prompt.sampling();
    }
}
