package dev.grip.pipeline;

import dev.grip.llm.fleet.ModelCalls;
import dev.grip.llm.fleet.RoleServers;
import java.util.List;

/**
 * The models of this process: which play which role and how their servers are doing now, and what was asked of each since it
 * started. {@code rehearsal} is true when any of them is simulated.
 */
public record ModelsAtWork(boolean rehearsal, List<RoleServers> roles, List<ModelCalls> calls) {

    public ModelsAtWork {
        roles = List.copyOf(roles);
        calls = List.copyOf(calls);
    }
}
