package dev.grip.pipeline;

import dev.grip.llm.fleet.RoleServers;
import dev.grip.llm.fleet.ServerStatus;
import dev.grip.pipeline.runs.RunPace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast a run is now, and how busy each of its models is. */
public record RunProgress(RunPace pace, List<ModelLoad> models) {

    /** Sequences that are {@code out} to all servers of a model, how many may be, and calls that wait for room. */
    public record ModelLoad(String model, int out, int limit, int waiting) {}

    static RunProgress of(RunPace pace, List<RoleServers> roles) {
        Map<String, ModelLoad> models = new LinkedHashMap<>();
        roles.stream()
                .filter(role -> !role.servers().isEmpty())
                .forEach(role -> models.putIfAbsent(role.model(), load(role)));
        return new RunProgress(pace, List.copyOf(models.values()));
    }

    private static ModelLoad load(RoleServers role) {
        return new ModelLoad(
                role.model(),
                role.servers().stream().mapToInt(ServerStatus::out).sum(),
                role.servers().stream().mapToInt(ServerStatus::limit).sum(),
                role.waiting());
    }
}
