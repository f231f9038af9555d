package dev.grip.llm.fleet;

import java.util.List;

/**
 * The model that plays a role and how each of its servers is doing. {@code label} names it in messages, {@code weight} counts for
 * judges only, {@code rehearsal} is true when its answers are simulated, {@code waiting} calls wait for room at any of the servers.
 * The in-process embedding has no servers.
 */
public record RoleServers(
        Role role,
        String label,
        String model,
        double weight,
        boolean rehearsal,
        int waiting,
        List<ServerStatus> servers) {

    public RoleServers {
        servers = List.copyOf(servers);
    }
}
