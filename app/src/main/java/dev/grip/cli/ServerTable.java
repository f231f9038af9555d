package dev.grip.cli;

import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.fleet.ServerLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Model servers as lines of text: a row for each role that a server plays, below the server's model and address, which are as
 * long as they like.
 */
final class ServerTable {

    private static final int ROLE = 20;
    private static final int VERSION = 12;
    private static final String COLUMNS = "    %-" + ROLE + "s  %-" + VERSION + "s  %9s  %15s  %11s  %-11s  %s";
    private static final String NONE = "-";
    private static final double MILLION = 1e6;
    /** From so many tokens on, only millions of them are shown. */
    private static final double MANY = 100 * MILLION;

    private ServerTable() {}

    static List<String> lines(Terminal terminal, List<EndpointReport> reports) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold("Model servers"));
        lines.add(terminal.faint(
                row("role", "version", "context", "running/waiting", "KV tokens", "constraints", "state")));
        byServer(reports).forEach((server, roles) -> {
            boolean simulated = roles.stream().anyMatch(EndpointReport::rehearsal);
            lines.add("  " + server + (simulated ? "  " + terminal.warned("rehearsal") : ""));
            roles.forEach(report -> lines.add(row(terminal, report)));
        });
        return lines;
    }

    private static Map<String, List<EndpointReport>> byServer(List<EndpointReport> reports) {
        var servers = new LinkedHashMap<String, List<EndpointReport>>();
        reports.forEach(
                report -> servers.computeIfAbsent(report.model() + "  " + report.url(), server -> new ArrayList<>())
                        .add(report));
        return servers;
    }

    private static String row(Terminal terminal, EndpointReport report) {
        var version = report.version();
        var context = report.maxModelLen();
        return row(
                name(report),
                version == null || version.isEmpty() ? NONE : version,
                context == null ? NONE : Lines.count(context),
                busy(report),
                kvTokens(report.load()),
                report.role() == Role.EMBEDDING ? NONE : report.constraints().word(),
                state(terminal, report));
    }

    private static String row(String... cells) {
        cells[0] = cut(cells[0], ROLE);
        cells[1] = cut(cells[1], VERSION);
        return String.format(Locale.ROOT, COLUMNS, (Object[]) cells);
    }

    /** Judges have names of their own, other roles only the model's. */
    static String name(EndpointReport report) {
        var named = report.role() == Role.JUDGE && !report.label().equals(report.model());
        return report.role().word() + (named ? " " + report.label() : "");
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
