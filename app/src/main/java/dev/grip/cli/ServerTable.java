package dev.grip.cli;

import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.fleet.ServerLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Model servers as lines of at most 80 characters, unless names are longer: the model and its address, what the server has, and
 * the roles that it plays.
 */
final class ServerTable {

    private static final int VERSION = 14;
    private static final String COLUMNS = "    %-" + VERSION + "s %9s  %15s  %9s  %-11s  %s";
    private static final String ROLES = " ".repeat(6);
    private static final String NONE = "-";
    private static final double MILLION = 1e6;
    /** From so many tokens on, only millions of them are shown. */
    private static final double MANY = 100 * MILLION;

    private ServerTable() {}

    static List<String> lines(Terminal terminal, List<EndpointReport> reports) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold("Model servers"));
        lines.add(terminal.faint(row("version", "context", "running/waiting", "KV tokens", "constraints", "state")));
        byServer(reports).forEach((server, roles) -> {
            boolean simulated = roles.stream().anyMatch(EndpointReport::rehearsal);
            lines.add("  " + server + (simulated ? "  " + terminal.warned("rehearsal") : ""));
            lines.add(row(terminal, roles));
            Lines.wrapped("for " + names(roles), Terminal.NARROW - ROLES.length())
                    .forEach(line -> lines.add(ROLES + line));
        });
        return lines;
    }

    /** The reports of each server, which has one for every role that it plays. */
    static Map<String, List<EndpointReport>> byServer(List<EndpointReport> reports) {
        var servers = new LinkedHashMap<String, List<EndpointReport>>();
        reports.forEach(
                report -> servers.computeIfAbsent(report.model() + "  " + report.url(), server -> new ArrayList<>())
                        .add(report));
        return servers;
    }

    private static String row(Terminal terminal, List<EndpointReport> roles) {
        // All are of one look at one server; only a role's own trouble may differ.
        var report = roles.stream().filter(role -> !role.ready()).findFirst().orElse(roles.get(0));
        var version = report.version();
        var context = report.maxModelLen();
        return row(
                version == null || version.isEmpty() ? NONE : version,
                context == null ? NONE : Lines.count(context),
                busy(report),
                kvTokens(report.load()),
                report.role() == Role.EMBEDDING ? NONE : report.constraints().word(),
                state(terminal, report));
    }

    private static String row(String... cells) {
        cells[0] = cut(cells[0], VERSION);
        return String.format(Locale.ROOT, COLUMNS, (Object[]) cells);
    }

    private static String names(List<EndpointReport> roles) {
        return roles.stream().map(ServerTable::name).collect(Collectors.joining(", "));
    }

    /** Judges have names of their own, other roles only the model's. */
    static String name(EndpointReport report) {
        var role = report.role().word();
        if (report.role() != Role.JUDGE || report.label().equals(report.model())) {
            return role;
        }
        return report.label().startsWith(role) ? report.label() : role + " " + report.label();
    }

    private static String busy(EndpointReport report) {
        var load = report.load();
        if (load == null) {
            return report.reachable() ? "no metrics" : NONE;
        }
        return Math.round(load.running()) + "/" + Math.round(load.waiting());
    }

    private static String kvTokens(@Nullable ServerLoad load) {
        if (load == null || load.kvTokens() == 0) {
            return NONE;
        }
        return load.kvTokens() < MANY
                ? Lines.count(Math.round(load.kvTokens()))
                : Lines.count(Math.round(load.kvTokens() / MILLION)) + " M";
    }

    private static String state(Terminal terminal, EndpointReport report) {
        if (report.ready()) {
            return terminal.good("ready");
        }
        return terminal.bad(report.reachable() ? "FAILS" : "AWAY");
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
