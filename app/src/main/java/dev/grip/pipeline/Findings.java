package dev.grip.pipeline;

import dev.grip.llm.fleet.EndpointReport;
import java.util.List;

/** Everything {@code grip doctor} found: the checks, and every configured model server in each of its roles. */
public record Findings(List<Check> checks, List<EndpointReport> servers) {

    public Findings {
        checks = List.copyOf(checks);
        servers = List.copyOf(servers);
    }

    /** Whether nothing is wrong. */
    public boolean ok() {
        return checks.stream().allMatch(Check::ok) && servers.stream().allMatch(EndpointReport::ready);
    }
}
